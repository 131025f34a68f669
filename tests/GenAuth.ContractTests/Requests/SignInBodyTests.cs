using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Requests;

public sealed class SignInBodyTests : ContractTest
{
    private static readonly JToken Operation = ApiDocument.Operation("/api/v3/signin-by-mobile", "POST")!;

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task Alipay_sign_in_sends_the_approved_body()
    {
        var service = Serve();
        await service.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        Assert.Equal("POST", service.Request.Method);
        Assert.Equal("/api/v3/signin-by-mobile", service.Request.Path);
        Assert.Equal(string.Empty, service.Request.RawQuery ?? string.Empty);
        Assert.Equal(
            """{"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1660291866076"},"client_id":"60e043f8cd91b87d712b6365","client_secret":"9aec5dde:wx/f1+2a="}""",
            service.Request.BodySent());
    }

    [Fact]
    [Stub("sign-in/alipay#options")]
    public async Task Options_are_sent_as_the_caller_gave_them()
    {
        var client = Serve().Client(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.None);
        var response = await client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code, new SignInByMobileOptionsDto
        {
            Scope = "openid profile offline_access",
            Context = new JObject { ["source"] = "utm", ["tags"] = new JArray("a", "b") },
            TenantId = "625783d629f2bd1f5ddddd98c",
            CustomData = new JObject { ["age"] = "20", ["school"] = "北京大学" },
        });

        Assert.Equal("eyJhbGciOiJSUzI1NiJ9.access", response.Data.AccessToken);
        Assert.Equal(7200, response.Data.ExpireIn);
    }

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task Member_that_is_not_set_is_not_sent()
    {
        var service = Serve();
        await service.Client().SignInByMobileAsync(new SignInByMobileDto());
        Assert.Equal("{}", service.Request.BodySent());
    }

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task A_connection_that_the_SDK_does_not_know_is_sent_as_it_is()
    {
        var service = Serve();
        await service.Client().SignInByMobileAsync(new() { ExtIdpConnIdentifier = "new", Connection = "provider_of_tomorrow" });
        Assert.Equal("""{"extIdpConnidentifier":"new","connection":"provider_of_tomorrow"}""", service.Request.BodySent());
    }

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task Every_payload_is_sent_under_the_name_and_in_the_shape_of_the_document()
    {
        var service = Serve();
        var client = service.Client();
        var payloads = typeof(SignInByMobileDto).GetProperties().Where(property => property.Name.EndsWith("Payload", StringComparison.Ordinal)).ToList();
        foreach (var payload in payloads)
        {
            var body = new SignInByMobileDto { ExtIdpConnIdentifier = "any", Connection = SignInByMobileConnection.Apple };
            payload.SetValue(body, Filled(payload.PropertyType));
            await client.SignInByMobileAsync(body);
        }

        Assert.Equal(32, payloads.Count);
        Assert.All(service.Requests, request => Assert.Empty(ApiDocument.ProblemsOfRequest(Operation, JToken.Parse(request.BodySent()))));
        Assert.All(service.Requests, request => Assert.Equal(3, JObject.Parse(request.BodySent()).Count));
    }

    [Fact]
    [Stub("sign-in/tokens")]
    public async Task Any_code_is_read_by_the_service_as_the_same_text()
    {
        var service = Serve();
        var client = service.Client(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.None);
        var sent = new ConcurrentBag<string>();

        await Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\0', '\u001f'], Gen.Char['\u0080', '\ud7ff']), 1, 40]
            .Where(text => !string.IsNullOrWhiteSpace(text)).SampleAsync(
                async code =>
                {
                    sent.Add(code);
                    await client.SignInByAlipayAsync(TestClient.Connection, code);
                },
                iter: 200);

        var received = service.Requests.Select(request => JsonDocument.Parse(request.BodySent())
            .RootElement.GetProperty("alipayPayload").GetProperty("code").GetString());
        Assert.Equal(sent.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }

    private static object Filled(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(value, property.PropertyType == typeof(string) ? "text" : Filled(property.PropertyType));
        }

        return value;
    }
}
