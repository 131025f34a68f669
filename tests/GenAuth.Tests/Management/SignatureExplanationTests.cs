using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Management;

public sealed class SignatureExplanationTests
{
    [Fact]
    public void Explanation_with_values_shows_the_signed_text_its_parts_and_the_abbreviated_header()
    {
        var vector = SignatureVector.All.Single(vector => vector is { Title: "GET for a tenant", Edition: Edition.GenAuth });
        var explanation = Client(options => (options.Language, options.TenantId) = (vector.Headers["lang"], vector.Headers["app-tenant-id"]))
            .ExplainSignature(HttpMethod.Get, vector.Path, vector.Query, requestOptions: Version("genauth-dotnet-sdk:1.0.0"), showValues: true);

        Assert.Equal(vector.Text, explanation.StringToSign);
        Assert.Equal("/api/v3/get-role?code=admin&namespace=default", explanation.Resource);
        Assert.Equal("date", explanation.SignedHeaders[0].Key);
        Assert.Equal(
            ["date", "x-genauth-app-tenant-id", "x-genauth-lang", "x-genauth-sdk-version", "x-genauth-signature-method", "x-genauth-signature-nonce", "x-genauth-signature-version"],
            explanation.SignedHeaders.Select(header => header.Key));
        Assert.Equal($"GenAuth 65a1…3a4b:{vector.Signature[..8]}…", explanation.Authorization);
    }

    [Fact]
    public void Text_of_an_explanation_is_readable_and_says_what_to_compare()
    {
        var text = Client().ExplainSignature(HttpMethod.Post, "/api/v3/list-users", body: new { page = 1 }, requestOptions: Version("v")).ToString();

        Assert.StartsWith(
            """
            Compare this with the request that reached the service: verb, headers, path and parameters must be equal.
            Values shown as *** are masked; the real ones were signed. Pass showValues: true to see them.

            String to sign, from the next line to the word end:
            POST
            date:Thu, 01 Jan 2026 08:30:00 GMT
            x-genauth-sdk-version:v
            x-genauth-signature-method:HMAC-SHA1
            x-genauth-signature-nonce:5f4dcc3b5aa765d61d8327deb882cf99
            x-genauth-signature-version:1.0
            /api/v3/list-users?page=***
            end

            Signed headers:
              date: Thu, 01 Jan 2026 08:30:00 GMT
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("\n\nResource:\n  /api/v3/list-users?page=***\n\nAuthorization, abbreviated:\n  GenAuth 65a1…3a4b:", text, StringComparison.Ordinal);
        Assert.Contains("\nIf the service refuses it:\n  - The secret does not belong to AccessKeyId", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_an_explanation_with_values_does_not_mention_masks()
    {
        var text = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { page = 1 }, showValues: true).ToString();

        Assert.DoesNotContain("***", text, StringComparison.Ordinal);
        Assert.DoesNotContain("showValues", text, StringComparison.Ordinal);
        Assert.Contains("\n/p?page=1\nend\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Masked_text_has_the_signature_of_the_real_one()
    {
        var one = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { password = "one" });
        var other = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { password = "other" });
        var shown = Client().ExplainSignature(HttpMethod.Post, "/p", body: new { password = "one" }, showValues: true);

        Assert.Equal(one.StringToSign, other.StringToSign);
        Assert.NotEqual(one.Authorization, other.Authorization);
        Assert.Equal(one.Authorization, shown.Authorization);
        Assert.EndsWith("\n/p?password=one", shown.StringToSign, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_of_the_http_client_with_the_editions_prefix_are_signed_unless_set_elsewhere()
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
    public async Task Explanation_sends_nothing_and_covers_a_request_that_was_sent()
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

        Assert.Equal(refused.Header("Authorization")!.Split(':')[1][..8] + "…", explanation.Authorization.Split(':')[1]);
        Assert.Single(service.Sent);
    }

    [Fact]
    public void Explanation_works_with_a_token_and_names_the_edition()
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
    public void Each_hint_names_what_to_check(string words) =>
        Assert.Single(Client().ExplainSignature(HttpMethod.Get, "/p").Hints, hint => hint.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Invalid_arguments_are_refused_like_those_of_a_call()
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
