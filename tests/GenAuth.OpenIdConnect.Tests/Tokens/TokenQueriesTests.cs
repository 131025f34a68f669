using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.Tokens;

public sealed class TokenQueriesTests
{
    [Fact]
    public async Task Introspection_of_an_active_token_has_its_properties()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/introspection", """{"active":true,"sub":"u1","client_id":"app","exp":1767259800,"iss":"https://example.genauth.ai/oidc","scope":"openid profile","token_type":"Bearer"}""");

        var token = await service.CreateClient().IntrospectTokenAsync("a-1", TokenKind.AccessToken);

        Assert.True(token.IsActive);
        Assert.Equal(("u1", "app", "https://example.genauth.ai/oidc"), (token.Subject, token.ClientId, token.Issuer));
        Assert.Equal(["openid", "profile"], token.Scopes);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1767259800), token.ExpiresAt);
        Assert.Equal(("a-1", "access_token", false), (service.Requests.Single().Form["token"], service.Requests.Single().Form["token_type_hint"], service.Requests.Single().Form.ContainsKey("strict")));
    }

    [Theory]
    [InlineData("""{"active":false}""")]
    [InlineData("""{"active":"true"}""")]
    [InlineData("""{"active":1}""")]
    [InlineData("""{"active":null}""")]
    public async Task Token_is_active_only_if_the_service_says_so_exactly(string body)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/introspection", body);

        Assert.False((await service.CreateClient().IntrospectTokenAsync("a-1")).IsActive);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("active")]
    public async Task Introspection_without_active_is_invalid(string body)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/introspection", body);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => service.CreateClient().IntrospectTokenAsync("a-1"));
    }

    [Fact]
    public async Task Strict_introspection_is_for_the_authing_edition()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/introspection", """{"active":false}""");

        await service.CreateClient(static options => options.Edition = Edition.Authing).IntrospectTokenAsync("a-1", strict: true);
        await Assert.ThrowsAsync<ArgumentException>(() => service.CreateClient().IntrospectTokenAsync("a-1", strict: true));

        Assert.Equal("true", service.Requests.Single().Form["strict"]);
    }

    [Fact]
    public async Task Introspection_and_user_info_are_retried()
    {
        await using var service = await StubService.StartAsync();
        var failures = new Dictionary<string, int>();
        StubResponse FailOnce(string path, string body) => failures.TryAdd(path, 1) ? new("down", 503) : new(body);
        service.On("/oidc/token/introspection", _ => FailOnce("introspection", """{"active":true}""")).On("/oidc/me", _ => FailOnce("me", """{"sub":"u1"}"""));
        var client = service.CreateClient();

        Assert.True((await client.IntrospectTokenAsync("a-1")).IsActive);
        Assert.Equal("u1", (await client.GetUserInfoAsync("a-1", "u1")).Subject);

        Assert.Equal(4, service.Requests.Count);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("  ", 200)]
    [InlineData("""{"isSuccess":true}""", 200)]
    [InlineData("{}", 200)]
    [InlineData("", 204)]
    public async Task Revocation_succeeds_if_the_service_confirms_it(string body, int status)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/revocation", body, status);

        await service.CreateClient().RevokeTokenAsync("r-1", TokenKind.RefreshToken);

        Assert.Equal(("r-1", "refresh_token"), (service.Requests.Single().Form["token"], service.Requests.Single().Form["token_type_hint"]));
    }

    [Theory]
    [InlineData("""{"isSuccess":false}""", 200)]
    [InlineData("""{"isSuccess":"true"}""", 200)]
    [InlineData("""{"error":"unsupported_token_type"}""", 200)]
    [InlineData("""{"error":"invalid_client"}""", 401)]
    [InlineData("""{"statusCode":403,"message":"no"}""", 200)]
    [InlineData("<html>Sign in</html>", 200)]
    [InlineData("[]", 200)]
    [InlineData("", 404)]
    [InlineData("", 302)]
    public async Task Revocation_that_is_not_confirmed_is_an_exception(string body, int status)
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/token/revocation", body, status);

        await Assert.ThrowsAnyAsync<GenAuthException>(() => service.CreateClient().RevokeTokenAsync("r-1"));
    }

    [Fact]
    public async Task User_info_sends_the_token_in_the_header_only()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/me", """{"sub":"u1","name":"Ada","email":null,"phone_number":"+86","roles":["admin"],"extended_fields":{"level":3},"gender":"U","updated_at":"2026-01-01T00:00:00.000Z"}""");

        var user = await service.CreateClient().GetUserInfoAsync("a-1", "u1");

        var sent = service.Requests.Single();
        Assert.Equal(("GET", "Bearer a-1", 0), (sent.Method, sent.Authorization, sent.Query.Count));
        Assert.Equal(("Ada", null, "+86"), (user.Name, user.Email, user.PhoneNumber));
        Assert.Equal(["admin"], user.Roles);
        Assert.Equal(3, user.Find("extended_fields")!.Value.GetProperty("level").GetInt32());
        Assert.DoesNotContain("Ada", user.ToString());
    }

    [Fact]
    public async Task User_info_about_another_user_is_refused()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/me", """{"sub":"u2"}""");

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => service.CreateClient().GetUserInfoAsync("a-1", "u1"));

        Assert.Equal(TokenProblem.WrongSubject, failure.Problem);
        Assert.DoesNotContain("u2", failure.Message);
    }

    [Fact]
    public async Task User_info_without_a_body_states_the_error_of_its_header()
    {
        await using var service = await StubService.StartAsync();
        service.On("/oidc/me", _ => new("", 401, Headers: new() { ["WWW-Authenticate"] = "Bearer realm=\"x\", error=\"invalid_token\", error_description=\"The token a-1 expired\"" }));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => service.CreateClient().GetUserInfoAsync("a-1", null));

        Assert.Equal(("invalid_token", "The token *** expired", 401), (failure.Error, failure.ErrorDescription, failure.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer a-1")]
    [InlineData("a\r\nx-header: 1")]
    public async Task Access_token_that_cannot_be_one_is_an_argument_error(string token)
    {
        await using var service = await StubService.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => service.CreateClient().GetUserInfoAsync(token, null));

        Assert.Empty(service.Requests);
    }
}
