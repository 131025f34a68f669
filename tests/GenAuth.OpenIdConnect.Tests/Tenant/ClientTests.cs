using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>The client signs users in at the tenant, which has the settings and the forms of the service.</summary>
public sealed class ClientTests
{
    [Theory]
    [MemberData(nameof(OidcClientTests.Cases), MemberType = typeof(OidcClientTests))]
    public async Task Client_signs_in_refreshes_introspects_and_revokes(GenAuthTenantSigningAlgorithm algorithm, TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options =>
        {
            options.SigningAlgorithm = algorithm;
            options.TokenEndpointAuthMethod = method;
            options.RotateRefreshTokens = true;
        });
        var client = tenant.CreateOpenIdConnectClient(algorithm, options =>
        {
            options.TokenEndpointAuthMethod = method;

            // A public application needs its secret only to validate HS256.
            options.AppSecret = method == TokenEndpointAuthMethod.None && algorithm == GenAuthTenantSigningAlgorithm.RS256 ? null : tenant.AppSecret;
        });

        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback, Scope = "openid profile email roles offline_access" });
        var signIn = await client.CompleteSignInAsync(request, await tenant.SignInAsync(request));
        var user = await client.GetUserInfoAsync(signIn.Tokens.AccessToken, signIn.IdToken!.Subject);
        var access = await client.ValidateAccessTokenAsync(signIn.Tokens.AccessToken);
        var refreshed = await client.RefreshAsync(signIn.Tokens.RefreshToken!, signIn.IdToken.Subject);
        var active = await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken);
        await client.RevokeTokenAsync(refreshed.Tokens.AccessToken, TokenKind.AccessToken);
        var revoked = await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken);

        Assert.Equal(("user-1", "Ada@example.com", "user-1"), (signIn.IdToken.Subject, user.Email, access.Subject));
        Assert.Equal(["admin", "editor"], user.Roles);
        Assert.NotEqual(signIn.Tokens.RefreshToken, refreshed.Tokens.RefreshToken);
        Assert.Equal((true, false), (active.IsActive, revoked.IsActive));
    }

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256, TokenSigningAlgorithm.RS256)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256, TokenSigningAlgorithm.HS256)]
    public async Task Other_algorithm_than_that_of_the_application_is_refused(GenAuthTenantSigningAlgorithm actual, TokenSigningAlgorithm expected)
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = actual);
        var client = tenant.CreateOpenIdConnectClient(actual, options => options.SigningAlgorithm = expected);
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });
        var callback = await tenant.SignInAsync(request);

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(TokenProblem.WrongAlgorithm, failure.Problem);
        Assert.Contains("SigningAlgorithm", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_of_all_published_keys_are_valid_while_the_keys_rotate()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.RS256, options => options.TimeProvider = clock);
        var tokens = new List<string>();

        for (var rotation = 0; rotation < 4; rotation++)
        {
            for (var count = 0; count < 16; count++)
            {
                tokens.Add((await tenant.SignInAsync(Tenants.Ada())).AccessToken!);
            }

            await Task.WhenAll(tokens.Select(token => client.ValidateAccessTokenAsync(token)));
            tenant.RotateTokenKey();
            clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(4, tenant.Requests.Count(request => request.Path.EndsWith("/jwks.json", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(-124, true)]
    [InlineData(-126, false)]
    public async Task Sign_in_tolerates_a_clock_that_differs(int minutes, bool isAccepted)
    {
        // The tokens live for two hours, and the client allows five minutes.
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(minutes)));
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });
        var callback = await tenant.SignInAsync(request);

        var failure = await Record.ExceptionAsync(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(isAccepted ? (TokenProblem?)null : TokenProblem.Expired, (failure as GenAuthTokenException)?.Problem);
        Assert.Equal(isAccepted, failure is null);
    }

    [Fact]
    public async Task Tenant_that_goes_down_fails_sign_ins_but_no_validation()
    {
        var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256);
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.RS256, options => options.Retry.MaxRetries = 0);
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });
        var callback = await tenant.SignInAsync(request);
        var token = (await tenant.SignInAsync(Tenants.Ada())).AccessToken!;
        await client.ValidateAccessTokenAsync(token);

        await tenant.DisposeAsync();
        var access = await client.ValidateAccessTokenAsync(token);

        Assert.Equal("user-1", access.Subject);
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.CompleteSignInAsync(request, callback));
    }

    [Fact]
    public async Task Sign_in_longer_ago_than_max_age_asks_for_the_password()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = clock);
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256, options => options.TimeProvider = clock);
        using var browser = new Browser().StopAt(RawClient.Callback);
        await browser.SignInAsync(await browser.OpenAsync(Start().Uri.AbsoluteUri), "ada", Tenants.Password);
        clock.Advance(TimeSpan.FromMinutes(11));

        var request = Start();
        var page = await browser.OpenAsync(request.Uri.AbsoluteUri);
        var callback = await browser.SignInAsync(page, "ada", Tenants.Password);
        var signIn = await client.CompleteSignInAsync(request, AuthorizationCallback.Parse(callback.Address.AbsoluteUri));

        Assert.Contains("type=\"password\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), signIn.IdToken!.Find("auth_time")!.Value.GetInt64());

        AuthorizationRequest Start() => client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback, MaxAge = TimeSpan.FromMinutes(10) });
    }

    [Fact]
    public async Task Refused_consent_is_access_denied()
    {
        await using var tenant = await Tenants.StartAsync(options => options.SkipConsent = false);
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        using var browser = new Browser().StopAt(RawClient.Callback);
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });

        var consent = await browser.SignInAsync(await browser.OpenAsync(request.Uri.AbsoluteUri), "ada", Tenants.Password);
        var callback = await browser.SubmitAsync(consent, "/abort");
        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, AuthorizationCallback.Parse(callback.Address.AbsoluteUri)));

        Assert.Equal(("access_denied", 403), (failure.Error, failure.StatusCode));
    }

    [Fact]
    public async Task Sign_out_ends_the_session_of_the_browser()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        using var browser = new Browser().StopAt("https://app.example.com/");
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });
        var callback = await browser.SignInAsync(await browser.OpenAsync(request.Uri.AbsoluteUri), "ada", Tenants.Password);
        var signIn = await client.CompleteSignInAsync(request, AuthorizationCallback.Parse(callback.Address.AbsoluteUri));

        var signedOut = await browser.OpenAsync(client.CreateSignOutUri(signIn.Tokens.IdToken, "https://app.example.com/", "s-1").AbsoluteUri);
        var silently = await browser.OpenAsync(new RawClient(tenant).AuthorizationUri(("prompt", "none")));

        Assert.Equal("https://app.example.com/?state=s-1", signedOut.Address.AbsoluteUri);
        Assert.Equal("login_required", silently["error"]);
    }

    [Fact]
    public async Task Tokens_of_a_sign_in_operation_are_valid()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);

        var tokens = TokenResponse.From(await tenant.SignInAsync(Tenants.Ada(), "openid profile offline_access"), DateTimeOffset.UtcNow);
        var idToken = await client.ValidateIdTokenAsync(tokens.IdToken!, accessToken: tokens.AccessToken);
        var refreshed = await client.RefreshAsync(tokens.RefreshToken!, idToken.Subject);

        Assert.Equal("user-1", refreshed.IdToken!.Subject);
    }

    [Fact]
    public async Task Scopes_that_an_access_account_does_not_have_are_rejected()
    {
        var account = new GenAuthTenantAccessAccount { Scopes = { "book:read" } };
        await using var tenant = await Tenants.StartAsync(options =>
        {
            options.SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256;
            options.AccessAccounts.Add(account);
        });
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.RS256);

        var tokens = await client.GetClientCredentialsTokenAsync("book:read table:write", new AccessKey(account.Id, account.Secret));
        var access = await client.ValidateAccessTokenAsync(tokens.AccessToken, account.Id);

        Assert.Equal(("book:read", "table:write"), (tokens.Scope, tokens.RejectedScope));
        Assert.Equal((null, tenant.AppId), (access.Subject, access.AuthorizedParty));
    }

    [Theory]
    [InlineData(CasResponseFormat.Json)]
    [InlineData(CasResponseFormat.Xml)]
    [InlineData(CasResponseFormat.Text)]
    public async Task Cas_ticket_is_valid_once(CasResponseFormat format)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        using var callback = await tenant.SignInAsync(client.CreateCasSignInUri(RawClient.Callback), Tenants.Ada());
        var ticket = AuthorizationCallback.Parse(callback.RequestUri!.Query).Find("ticket")!;

        var user = await client.ValidateCasTicketAsync(ticket, RawClient.Callback, format);
        var failure = await Assert.ThrowsAsync<GenAuthCasException>(() => client.ValidateCasTicketAsync(ticket, RawClient.Callback, format));

        Assert.Equal("ada", user.Name);
        Assert.Equal("INVALID_TICKET", failure.Code);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task OAuth_sign_in_refreshes_introspects_and_revokes(TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options => options.TokenEndpointAuthMethod = method);
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256, options =>
        {
            options.Protocol = SignInProtocol.OAuth2;
            options.TokenEndpointAuthMethod = method;
        });

        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });
        var signIn = await client.CompleteSignInAsync(request, await tenant.SignInAsync(request));
        var user = await client.GetUserInfoAsync(signIn.Tokens.AccessToken, null);
        var refreshed = await client.RefreshAsync(signIn.Tokens.RefreshToken!);
        await client.RevokeTokenAsync(refreshed.Tokens.RefreshToken!, TokenKind.RefreshToken);
        var revoked = await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken);

        Assert.Equal("user-1", user.Subject);
        Assert.Null(signIn.IdToken);
        Assert.False(revoked.IsActive);
    }

    [Fact]
    public async Task Failure_of_the_token_endpoint_is_an_oauth_exception()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "invalid_grant") { Description = "grant request is invalid" });

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.RefreshAsync("r-1"));

        Assert.Equal(("invalid_grant", "grant request is invalid", 400), (failure.Error, failure.ErrorDescription, failure.StatusCode));
    }
}
