using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Management;

public sealed class SignatureExplanationTests
{
    private const string Canary = "canary-7c1f";

    [Fact]
    public void It_tells_the_text_its_parts_and_the_resulting_header()
    {
        var vector = SignatureVector.All.Single(vector => vector is { Title: "GET for a tenant", Edition: Edition.GenAuth });
        var explanation = Client(options => (options.Language, options.TenantId) = (vector.Headers["lang"], vector.Headers["app-tenant-id"]))
            .ExplainSignature(HttpMethod.Get, vector.Path, vector.Query, requestOptions: Version("genauth-dotnet-sdk:1.0.0"));

        Assert.Equal(vector.Text.Replace("code=admin", "code=***", StringComparison.Ordinal), explanation.StringToSign);
        Assert.Equal("/api/v3/get-role?code=***&namespace=default", explanation.Resource);
        Assert.Equal("date", explanation.SignedHeaders[0].Key);
        Assert.Equal(
            ["date", "x-genauth-app-tenant-id", "x-genauth-lang", "x-genauth-sdk-version", "x-genauth-signature-method", "x-genauth-signature-nonce", "x-genauth-signature-version"],
            explanation.SignedHeaders.Select(header => header.Key));
        Assert.Equal($"GenAuth 65a1…3a4b:{vector.Signature}", explanation.Authorization);
    }

    [Fact]
    public void Its_text_is_readable()
    {
        var text = Client().ExplainSignature(HttpMethod.Post, "/api/v3/list-users", body: new { page = 1 }, requestOptions: Version("v")).ToString();

        Assert.StartsWith(
            """
            String to sign, from the next line to the word end:
            POST
            date:Thu, 01 Jan 2026 08:30:00 GMT
            x-genauth-sdk-version:v
            x-genauth-signature-method:HMAC-SHA1
            x-genauth-signature-nonce:5f4dcc3b5aa765d61d8327deb882cf99
            x-genauth-signature-version:1.0
            /api/v3/list-users?page=1
            end

            Signed headers:
              date: Thu, 01 Jan 2026 08:30:00 GMT
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("\n\nResource:\n  /api/v3/list-users?page=1\n\nAuthorization:\n  GenAuth 65a1…3a4b:", text, StringComparison.Ordinal);
        Assert.Contains("\nIf the service refuses it:\n  - The secret does not belong to AccessKeyId", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("newPassword")]
    [InlineData("client_secret")]
    [InlineData("accessToken")]
    [InlineData("PASSCODE")]
    [InlineData("code")]
    [InlineData("private_key")]
    [InlineData("api-key")]
    public void Values_that_could_be_secret_are_masked_wherever_they_stand(string name)
    {
        var secret = new Dictionary<string, object> { [name] = Canary, ["shown"] = "visible" };
        var body = new Dictionary<string, object>
        {
            [name] = new { a = Canary },
            ["nested"] = new object[] { secret, new { deeper = secret } },
            ["more_" + name] = 1,
        };

        var ofBody = Client().ExplainSignature(HttpMethod.Post, "/p", body: body);
        var ofQuery = Client().ExplainSignature(HttpMethod.Get, "/p", [new(name, Canary), new(name + "[]", Canary), new("shown", "visible")]);

        Assert.All([ofBody, ofQuery], explanation => Assert.DoesNotContain(Canary, explanation.ToString(), StringComparison.Ordinal));
        Assert.All([ofBody, ofQuery], explanation => Assert.Contains("visible", explanation.Resource, StringComparison.Ordinal));
        Assert.Contains($"{name}=***", ofBody.Resource, StringComparison.Ordinal);
        Assert.Contains($$$"""nested=[{"{{{name}}}":"***","shown":"visible"},{"deeper":{"{{{name}}}":"***","shown":"visible"}}]""", ofBody.Resource, StringComparison.Ordinal);
    }

    [Fact]
    public void A_masked_text_has_the_signature_of_the_real_one()
    {
        var one = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { password = "one" });
        var other = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { password = "other" });

        Assert.Equal(one.StringToSign, other.StringToSign);
        Assert.NotEqual(one.Authorization, other.Authorization);
    }

    [Fact]
    public void Headers_that_could_be_secret_are_masked_too()
    {
        var call = new RequestOptions { Headers = { ["x-genauth-device-token"] = Canary } };
        var explanation = Client().ExplainSignature(HttpMethod.Get, "/p", requestOptions: call);

        Assert.DoesNotContain(Canary, explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("x-genauth-device-token:***\n", explanation.StringToSign, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_the_http_client_adds_are_signed_if_they_are_of_the_editions_and_nobody_else_sets_them()
    {
        using var http = new HttpClient(new StubHandler());
        http.DefaultRequestHeaders.Add("X-GenAuth-UserPool-Id", "pool");
        http.DefaultRequestHeaders.Add("x-genauth-lang", "zh-CN");
        http.DefaultRequestHeaders.Add("x-real-ip", "203.0.113.7");
        var client = new ManagementClient(ManagementClients.Options(options => options.Language = "ja-JP"), http);

        var signed = client.ExplainSignature(HttpMethod.Get, "/p").SignedHeaders;

        Assert.Contains(new("x-genauth-userpool-id", "pool"), signed);
        Assert.Contains(new("x-genauth-lang", "ja-JP"), signed);
        Assert.DoesNotContain(signed, header => header.Key == "x-real-ip");
    }

    [Fact]
    public void The_secret_of_the_key_is_nowhere_and_its_id_in_part_only()
    {
        var text = Client().ExplainSignature(HttpMethod.Get, "/p").ToString();

        Assert.DoesNotContain(SignatureVector.AccessKeySecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SignatureVector.AccessKeyId, text, StringComparison.Ordinal);
        Assert.Contains("GenAuth k…:", ManagementClients.Create(new StubHandler(), options => options.AccessKeyId = "key").ExplainSignature(HttpMethod.Get, "/p").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_and_the_request_that_was_sent_can_be_explained()
    {
        using var service = new StubHandler("""{"statusCode":401,"apiCode":1300}""");
        var client = ManagementClients.Create(service);
        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.CallAsync());

        var refused = service.Only;
        var call = new RequestOptions
        {
            Headers = { ["date"] = refused.Header("Date")!, ["x-genauth-signature-nonce"] = refused.Header("x-genauth-signature-nonce")! },
        };
        var explanation = client.ExplainSignature(HttpMethod.Get, ManagementClients.Path, requestOptions: call);

        Assert.Equal(refused.Header("Authorization")!.Split(':')[1], explanation.Authorization.Split(':')[1]);
        Assert.Single(service.Sent);
    }

    [Fact]
    public void It_works_beside_a_token_and_tells_the_edition()
    {
        using var service = new StubHandler();
        var explanation = ManagementClients.WithToken(service, options => options.Edition = Edition.Authing).ExplainSignature(HttpMethod.Get, "/p");

        Assert.StartsWith("authing key-…pool:", explanation.Authorization, StringComparison.Ordinal);
        Assert.Contains(explanation.SignedHeaders, header => header.Key == "x-authing-signature-nonce");
        Assert.Empty(service.Sent);
    }

    [Fact]
    public void An_encoded_path_is_the_first_of_the_hints_and_only_there()
    {
        Assert.StartsWith("The path holds percent-encoding", Client().ExplainSignature(HttpMethod.Get, "/p/a%2Fb").Hints[0], StringComparison.Ordinal);
        Assert.DoesNotContain(
            Client().ExplainSignature(HttpMethod.Get, "/p", [new("a", "%")]).Hints,
            hint => hint.Contains("percent-encoding", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("post", "POST")]
    [InlineData("Patch", "PATCH")]
    [InlineData("PURGE", "PURGE")]
    public void A_verb_is_signed_in_the_capitals_in_which_it_is_sent(string verb, string capitals) =>
        Assert.StartsWith(capitals + "\n", Client().ExplainSignature(new HttpMethod(verb), "/p").StringToSign, StringComparison.Ordinal);

    [Theory]
    [InlineData("Edition or Host is of another edition")]
    [InlineData("A proxy or a handler changes the path")]
    [InlineData("AuthorizationMethod ManagementToken needs no signature.")]
    public void Each_hint_says_what_to_look_at(string words) =>
        Assert.Single(Client().ExplainSignature(HttpMethod.Get, "/p").Hints, hint => hint.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Wrong_arguments_are_refused_as_a_call_refuses_them()
    {
        Assert.Throws<ArgumentNullException>("method", () => Client().ExplainSignature(null!, "/p"));
        Assert.Throws<ArgumentException>("path", () => Client().ExplainSignature(HttpMethod.Get, "/p?a=1"));
        Assert.Throws<ArgumentException>("requestOptions", () => Client().ExplainSignature(HttpMethod.Get, "/p", requestOptions: new() { AccessToken = "token" }));
        Assert.Throws<ArgumentException>("requestOptions", () => Client().ExplainSignature(HttpMethod.Get, "/p", requestOptions: new() { Language = "a\n" }));
    }

    private static ManagementClient Client(Action<ManagementClientOptions>? change = null) => ManagementClients.Create(new StubHandler(), options =>
    {
        (options.AccessKeyId, options.AccessKeySecret) = (SignatureVector.AccessKeyId, SignatureVector.AccessKeySecret);
        (options.NonceGenerator, options.TimeProvider) = (() => SignatureVector.Nonce, new FakeTimeProvider(SignatureVector.Date));
        change?.Invoke(options);
    });

    private static RequestOptions Version(string version) => new() { Headers = { ["x-genauth-sdk-version"] = version } };
}
