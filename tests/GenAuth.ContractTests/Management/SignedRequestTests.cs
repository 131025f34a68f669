using CsCheck;
using GenAuth.ContractTests.Server;
using GenAuth.Tests.Shared;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Management;

/// <summary>The signature covers what the server receives, for every kind of request.</summary>
public sealed class SignedRequestTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["aZ09 =&%+/?#[]:;@\\\"'<>\r\n\t中é€\u0001\u007f\u00a0\u2028"], 0, 12],
        Gen.OneOf("🐼", "\u0000", "2026-01-01T00:00:00Z", "null", "1.0", "__proto__", "10", "9"));

    private static readonly Gen<JToken> Value = Gen.Recursive<JToken>((depth, inner) => depth < 3
        ? Gen.OneOf(Scalar, Scalar, inner.Array[0, 3].Select(JToken (items) => new JArray(items)), ObjectOf(inner).Select(JToken (item) => item))
        : Scalar);

    private static Gen<JToken> Scalar => Gen.OneOf<JToken>(
        Gen.Const(JToken () => JValue.CreateNull()),
        Gen.Bool.Select(JToken (value) => new JValue(value)),
        Gen.Long.Select(JToken (value) => new JValue(value)),
        Gen.Decimal.Select(JToken (value) => new JValue(value)),
        Gen.Double.Where(double.IsFinite).Select(JToken (value) => new JValue(value)),
        Text.Select(JToken (value) => new JValue(value)));

    [Fact]
    public async Task Signed_request_has_the_approved_bytes_on_the_wire()
    {
        await using var server = Signed();
        await server.Management(options =>
        {
            options.TimeProvider = new StandingClock(SignatureVector.Date);
            options.NonceGenerator = () => SignatureVector.Nonce;
            (options.Language, options.TenantId) = ("en-US", "tenant");
        }).SendAsync<JObject>(HttpMethod.Post, "/api/v3/list-users", body: new { page = 1 }, requestOptions: Version());

        var received = Assert.Single(server.Captured());
        var headers = received.Headers.Where(header => header.Key is not ("host" or "user-agent")).OrderBy(header => header.Key, StringComparer.Ordinal);
        Assert.Equal(
            [
                "accept: application/json",
                "accept-encoding: gzip, br",
                "authorization: GenAuth 65a1b2c3d4e5f60718293a4b:" + CapturedRequest.Sign(received.TextToSign("x-genauth-")),
                "content-length: 10",
                "content-type: application/json; charset=utf-8",
                "date: Thu, 01 Jan 2026 08:30:00 GMT",
                "x-genauth-app-tenant-id: tenant",
                "x-genauth-lang: en-US",
                "x-genauth-sdk-version: shop:1",
                "x-genauth-signature-method: HMAC-SHA1",
                "x-genauth-signature-nonce: 5f4dcc3b5aa765d61d8327deb882cf99",
                "x-genauth-signature-version: 1.0",
            ],
            headers.Select(header => $"{header.Key}: {header.Value}"));
        Assert.Equal("""{"page":1}""", received.Body);
    }

    [Fact]
    public async Task Any_json_body_is_signed_as_the_service_parses_it()
    {
        await using var server = Signed();
        var client = server.Management();

        await Gen.OneOf(ObjectOf(Value).Select(JToken (item) => item), Value.Array[0, 12].Select(JToken (items) => new JArray(items))).SampleAsync(
            async body => await client.SendAsync<JObject>(HttpMethod.Post, "/api/v3/update-user", body: body),
            iter: 300,
            print: body => body.ToString(Formatting.None));
    }

    [Fact]
    public async Task Any_query_is_signed_as_the_service_parses_it()
    {
        await using var server = Signed();
        var client = server.Management();
        var name = Gen.OneOf(Gen.OneOf("a", "b", "B", "userIds", "userIds[]", "é", "_z"), Text.Where(text => !text.Contains('[', StringComparison.Ordinal)));

        await Gen.Select(name, Text).Array[0, 6].SampleAsync(
            async query => await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/get-user", query.Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2))),
            iter: 300);
    }

    [Theory]
    [InlineData("DELETE", "/api/v3/batch-applications-auth")]
    [InlineData("POST", "/api/v3/invitation-invitee/upload")]
    [InlineData("PUT", "/api/v3/ip-list/a%2Fb%20c")]
    [InlineData("PATCH", "/api/v3/ip-list/%E4%B8%AD")]
    [InlineData("get", "/api/v3/ip-list/中 é")]
    [InlineData("patch", "/api/v3/ip-list/1")]
    public async Task A_request_of_every_verb_and_path_is_signed_as_it_arrives(string verb, string path)
    {
        await using var server = Signed();
        await server.Management().SendAsync<JObject>(new HttpMethod(verb), path, [new("authIds", "1"), new("none", null)]);

        Assert.Equal(verb.ToUpperInvariant(), Assert.Single(server.Captured()).Method);
    }

    [Fact]
    public async Task Headers_of_a_call_and_of_the_http_client_are_signed_where_they_have_the_prefix()
    {
        await using var server = Signed();
        using var httpClient = new HttpClient();
        httpClient.DefaultRequestHeaders.Add("X-GenAuth-Userpool-Id", "from-the-http-client");
        httpClient.DefaultRequestHeaders.Add("x-genauth-sdk-version", "the SDK's own counts");
        httpClient.DefaultRequestHeaders.Add("x-shop", "1");
        var call = new RequestOptions { Headers = { ["x-genauth-request-from"] = "  a call ", ["x-real-ip"] = "203.0.113.7" } };

        await new ManagementClient(ManagementTest.Options(server.Url), httpClient).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: call);

        var received = Assert.Single(server.Captured());
        Assert.Equal("from-the-http-client", received.Header("x-genauth-userpool-id"));
        Assert.StartsWith("genauth-dotnet-sdk:", received.Header("x-genauth-sdk-version"), StringComparison.Ordinal);
        Assert.Equal("a call", received.Header("x-genauth-request-from")!.Trim());
        Assert.Contains("x-genauth-request-from:a call\n", received.TextToSign("x-genauth-"), StringComparison.Ordinal);
        Assert.Equal("1", received.Header("x-shop"));
    }

    [Fact]
    public async Task Every_request_has_its_own_nonce()
    {
        await using var server = Signed();
        var client = server.Management();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles")));

        var nonces = server.Captured().Select(request => request.Header("x-genauth-signature-nonce")!).ToList();
        Assert.Equal(20, nonces.Distinct().Count());
        Assert.All(nonces, nonce => Assert.Matches("^[0-9a-f]{32}$", nonce));
    }

    [Fact]
    public async Task Authorization_header_of_the_caller_replaces_the_signature()
    {
        await using var server = ManagementTest.Returning(_ => ManagementTest.Success);
        var call = new RequestOptions { Headers = { ["authorization"] = "Bearer eyJ.own" } };
        await server.Management().SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: call);

        var received = Assert.Single(server.Captured());
        Assert.Equal("Bearer eyJ.own", received.Header("authorization"));
        Assert.Null(received.Header("x-genauth-signature-nonce"));
    }

    /// <summary>A service that refuses requests without a valid signature.</summary>
    private static RawServer Signed() => ManagementTest.Returning(request =>
        request.IsSigned() ? ManagementTest.Success : """{"statusCode":401,"apiCode":1300,"message":"Signature wrong."}""");

    private static RequestOptions Version() => new() { Headers = { ["X-GenAuth-Sdk-Version"] = "shop:1" } };

    private static Gen<JObject> ObjectOf(Gen<JToken> value) =>
        Gen.Dictionary(Text, value)[0, 4].Select(members => new JObject(members.Select(member => new JProperty(member.Key, member.Value))));
}
