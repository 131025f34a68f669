using System.Reflection;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

public sealed class HeadersTests : ContractTest
{
    private static readonly string Version =
        typeof(AuthenticationClient).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    [Theory]
    [Stub("alipay/authinfo")]
    [InlineData(Edition.GenAuth, "x-genauth-")]
    [InlineData(Edition.Authing, "x-authing-")]
    public async Task GET_sends_the_approved_headers_only(Edition edition, string prefix)
    {
        var service = Serve();
        await service.Client(options => options.Edition = edition).GetAlipayAuthInfoAsync(TestClient.Connection);

        var headers = service.Request.HeadersSent();
        Assert.Matches($@"^GenAuth\.NET/{Version.Replace(".", @"\.", StringComparison.Ordinal)} \(\.NET [^()]+\)$", headers["user-agent"]);
        headers.Remove("user-agent");
        Assert.Equal(
            new()
            {
                ["accept"] = "application/json",
                ["accept-encoding"] = "gzip, br",
                [prefix + "app-id"] = TestClient.AppId,
                [prefix + "sdk-version"] = "genauth-dotnet-sdk:" + Version,
            },
            headers);
    }

    [Theory]
    [Stub("alipay/authinfo")]
    [InlineData(Edition.GenAuth, "x-genauth-")]
    [InlineData(Edition.Authing, "x-authing-")]
    public async Task Language_tenant_and_token_add_one_header_each(Edition edition, string prefix)
    {
        var service = Serve();
        await service.Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        var client = service.Client(options =>
        {
            options.Edition = edition;
            options.Language = "zh-CN";
            options.TenantId = "625783d629f2bd1f5ddddd98c";
            options.AccessToken = "eyJ.client";
        });
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        var headers = service.Requests[1].HeadersSent();
        Assert.Equal("zh-CN", headers[prefix + "lang"]);
        Assert.Equal("625783d629f2bd1f5ddddd98c", headers[prefix + "app-tenant-id"]);
        Assert.Equal("Bearer eyJ.client", headers["authorization"]);
        Assert.Equal(service.Requests[0].HeadersSent().Count + 3, headers.Count);
    }

    [Theory]
    [Stub("sign-in/tokens")]
    [InlineData(Edition.GenAuth, "x-genauth-")]
    [InlineData(Edition.Authing, "x-authing-")]
    public async Task POST_adds_the_type_of_its_body(Edition edition, string prefix)
    {
        var service = Serve();
        await service.Client(options => options.Edition = edition).SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        var headers = service.Request.HeadersSent();
        Assert.Equal("application/json; charset=utf-8", headers["content-type"]);
        Assert.Equal(
            ["accept", "accept-encoding", "content-type", "user-agent", prefix + "app-id", prefix + "sdk-version"],
            headers.Keys);
    }

    [Theory]
    [Stub("alipay/authinfo")]
    [InlineData(null)]
    [InlineData("")]
    public async Task An_unset_tenant_or_language_sends_no_header(string? nothing)
    {
        var service = Serve();
        await service.Client(options => (options.Language, options.TenantId) = (nothing, nothing)).GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Null(service.Request.HeaderSent("x-genauth-lang"));
        Assert.Null(service.Request.HeaderSent("x-genauth-app-tenant-id"));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task An_empty_language_of_a_call_sends_no_header()
    {
        var service = Serve();
        await service.Client().GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { Language = string.Empty });
        Assert.Null(service.Request.HeaderSent("x-genauth-lang"));
    }
}
