using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantMalformedRequestTests
{
    private const string ListUsers = "/api/v3/list-users";
    private const string GetToken = "/api/v3/get-management-token";

    public static TheoryData<string> NotJson => new("{", "[1,2", "{\"a\":1,}", "{'a':1}", "nul", "{}}", "{\"a\":1}{", "\"\\x\"", "// c", "{\"a\":01}", "{\"a\":\"\\ud80\"}");

    public static TheoryData<string> NoObject => new("[]", "[{}]", "null", "1", "true", "\"text\"");

    [Theory]
    [MemberData(nameof(NotJson))]
    [MemberData(nameof(NoObject))]
    public async Task Tenant_responds_to_a_malformed_signed_body_with_an_envelope(string body)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var parameters = body == "[{}]" ? "?0={}" : "";

        var response = await new ForeignClient(tenant).SendAsync("POST", ListUsers, ListUsers + parameters, body);

        Assert.Equal((HttpStatusCode.OK, 400), (response.HttpStatusCode, response.Envelope.StatusCode()));
    }

    [Theory]
    [MemberData(nameof(NotJson))]
    [MemberData(nameof(NoObject))]
    [InlineData("")]
    public async Task Tenant_responds_to_a_malformed_token_exchange_with_an_envelope(string body)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var response = await new ForeignClient(tenant).SendAsync("POST", GetToken, null, body);

        Assert.Equal((HttpStatusCode.OK, 400), (response.HttpStatusCode, response.Envelope.StatusCode()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"accessKeyId\":{},\"accessKeySecret\":[]}")]
    [InlineData("{\"accessKeyId\":\"\\ud800\",\"accessKeySecret\":\"\\ud800\"}")]
    [InlineData("{\"accessKeyId\":1,\"accessKeyId\":2}")]
    public async Task Tenant_responds_to_a_wrong_access_key_of_any_type_with_401(string body)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        Assert.Equal(401, (await new ForeignClient(tenant).SendAsync("POST", GetToken, null, body)).Envelope.StatusCode());
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud800\"}", "a=\ufffd")]
    [InlineData("{\"a\":[\"\\ud800\"]}", "a=[\"\\ud800\"]")]
    [InlineData("{\"keywords\":\"\\ud800\"}", "keywords=\ufffd")]
    public async Task Tenant_reads_a_lone_surrogate_as_JavaScript_does(string body, string parameters)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var response = await new ForeignClient(tenant).SendAsync("POST", ListUsers, $"{ListUsers}?{parameters}", body);

        Assert.Equal(200, response.Envelope.StatusCode());
    }

    [Fact]
    public async Task Tenant_reads_a_byte_that_is_no_UTF8_as_a_replacement_character()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        byte[] body = [.. "{\"a\":\""u8, 0xff, .. "\"}"u8];

        var response = await new ForeignClient(tenant).SendAsync("POST", ListUsers, $"{ListUsers}?a=\ufffd", body);

        Assert.Equal(200, response.Envelope.StatusCode());
    }

    [Theory]
    [InlineData(ListUsers)]
    [InlineData(GetToken)]
    [InlineData(PlainClient.SignInPath)]
    public async Task Tenant_names_its_limit_when_a_body_is_too_deep(string path)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant) { Headers = { ["x-genauth-app-id"] = tenant.AppId } };

        foreach (var levels in new[] { 501, 100_000 })
        {
            var body = "{\"a\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}";
            var response = await client.SendAsync("POST", path, path, body);

            Assert.Equal((HttpStatusCode.OK, 400), (response.HttpStatusCode, response.Envelope.StatusCode()));
            Assert.Contains("deeper than 500", response.Envelope.Message(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tenant_reads_a_body_of_500_levels()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var value = new string('[', 499) + new string(']', 499);

        Assert.Equal(200, (await new ForeignClient(tenant).SendAsync("POST", ListUsers, $"{ListUsers}?a={value}", $"{{\"a\":{value}}}")).Envelope.StatusCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/jsonx")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=gbk")]
    [InlineData(";;;")]
    public async Task Tenant_refuses_a_body_that_is_not_declared_as_JSON_in_UTF8(string? contentType)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant) { ContentType = contentType, Headers = { ["x-genauth-app-id"] = tenant.AppId } };

        foreach (var path in new[] { ListUsers, GetToken, PlainClient.SignInPath })
        {
            var response = await client.SendAsync("POST", path, path, "{}");

            Assert.Equal((HttpStatusCode.OK, 400), (response.HttpStatusCode, response.Envelope.StatusCode()));
            Assert.Contains("Content-Type", response.Envelope.Message(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public async Task Tenant_takes_JSON_however_its_type_is_spelt(string contentType)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant) { ContentType = contentType };

        Assert.Equal(200, (await client.SendAsync("POST", ListUsers, $"{ListUsers}?keywords=a", "{\"keywords\":\"a\"}")).Envelope.StatusCode());
    }

    [Fact]
    public async Task Tenant_does_not_repeat_a_malformed_body()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var response = await new ForeignClient(tenant).SendAsync("POST", GetToken, null, "{\"accessKeySecret\":\"hunter2\",\n hunter3");

        Assert.Contains("line 2", response.Envelope.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tenant_responds_to_invalid_HTTP_with_an_envelope()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        using var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(tenant.AppHost).Port);
        var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {ListUsers} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nnot a length\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var response = await reader.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400 ", response, StringComparison.Ordinal);
        Assert.Equal(400, (int)JsonNode.Parse(response.Split("\r\n\r\n")[1])!["statusCode"]!);
    }

    [Fact]
    public async Task Tenant_responds_to_its_own_failure_with_an_envelope()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { TimeProvider = new BrokenClock() });
        var client = tenant.CreateClient();

        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode()));

        Assert.Equal((HttpStatusCode.InternalServerError, 500), (exception.HttpStatusCode, exception.StatusCode));
        Assert.Contains(nameof(TimeZoneNotFoundException), exception.ServiceMessage, StringComparison.Ordinal);
        Assert.Contains("TimeProvider", exception.ServiceMessage, StringComparison.Ordinal);
    }

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new TimeZoneNotFoundException();
    }
}
