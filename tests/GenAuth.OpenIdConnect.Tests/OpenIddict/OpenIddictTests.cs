using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.OpenIddict;

/// <summary>The client with a provider of another vendor: the authorization code flow with PKCE, and what follows a sign-in.</summary>
public sealed class OpenIddictTests(OpenIddictProvider provider) : IClassFixture<OpenIddictProvider>
{
    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task Whole_path_with_each_authentication_method_succeeds(TokenEndpointAuthMethod method)
    {
        var client = provider.CreateClient(method);

        var signIn = await OpenIddictProvider.SignInAsync(client);
        var user = await client.GetUserInfoAsync(signIn.Tokens.AccessToken, signIn.IdToken!.Subject);
        var access = await client.ValidateAccessTokenAsync(signIn.Tokens.AccessToken);
        var refreshed = await client.RefreshAsync(signIn.Tokens.RefreshToken!, signIn.IdToken.Subject);
        await client.RevokeTokenAsync(refreshed.Tokens.RefreshToken!, TokenKind.RefreshToken);
        var signedOut = await OpenIddictProvider.BrowseAsync(client.CreateSignOutUri(signIn.Tokens.IdToken, OpenIddictProvider.SignedOut, "s-1"));

        Assert.Equal(OpenIddictProvider.Subject, signIn.IdToken.Subject);
        Assert.Equal(provider.Host + "/oidc", signIn.IdToken.Issuer);
        Assert.Equal("Bearer", signIn.Tokens.TokenType);
        Assert.True(signIn.Tokens.ExpiresAt > DateTimeOffset.UtcNow);
        Assert.Equal("Ada", user.Name);
        Assert.Equal(["admin", "reader"], user.Roles);
        Assert.Equal(OpenIddictProvider.Subject, access.Subject);
        Assert.Contains("profile", access.Scopes);
        Assert.Equal(OpenIddictProvider.Subject, refreshed.IdToken!.Subject);
        Assert.NotEqual(signIn.Tokens.AccessToken, refreshed.Tokens.AccessToken);
        Assert.Equal(OpenIddictProvider.SignedOut + "?state=s-1", signedOut.OriginalString);
    }

    [Fact]
    public async Task Id_token_of_the_provider_belongs_to_its_access_token()
    {
        var signIn = await OpenIddictProvider.SignInAsync(provider.CreateClient());

        Assert.NotNull(signIn.IdToken!.GetString("at_hash"));
    }

    [Fact]
    public async Task Code_used_twice_is_refused_as_invalid_grant()
    {
        var client = provider.CreateClient();
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect });
        var callback = AuthorizationCallback.Parse((await OpenIddictProvider.BrowseAsync(request.Uri)).OriginalString);
        await client.CompleteSignInAsync(request, callback);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal("invalid_grant", failure.Error);
        Assert.Equal(400, failure.StatusCode);
        Assert.DoesNotContain(callback.Code!, failure.ToString());
    }

    [Fact]
    public async Task Code_injected_into_another_sign_in_is_refused_by_its_verifier()
    {
        var client = provider.CreateClient();
        var attacked = client.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect });
        var stolen = AuthorizationCallback.Parse((await OpenIddictProvider.BrowseAsync(
            client.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect }).Uri)).OriginalString);
        var injected = AuthorizationCallback.FromParameters([new("code", stolen.Code!), new("state", attacked.State)]);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(attacked, injected));

        Assert.Equal("invalid_grant", failure.Error);
    }

    [Fact]
    public async Task Code_of_another_application_is_refused()
    {
        var client = provider.CreateClient();
        var other = provider.CreateClient(appId: OpenIddictProvider.OtherApp);
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect });
        var foreign = other.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect });
        var foreignCallback = AuthorizationCallback.Parse((await OpenIddictProvider.BrowseAsync(foreign.Uri)).OriginalString);

        var mixedUp = await Assert.ThrowsAsync<GenAuthCallbackException>(() => client.CompleteSignInAsync(foreign, foreignCallback));
        var injected = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(
            request, AuthorizationCallback.FromParameters([new("code", foreignCallback.Code!), new("state", request.State)])));

        Assert.Equal(CallbackProblem.OtherApplication, mixedUp.Problem);
        Assert.Equal("invalid_grant", injected.Error);
    }

    [Fact]
    public async Task Refused_consent_is_access_denied()
    {
        var client = provider.CreateClient();
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = OpenIddictProvider.Redirect, AdditionalParameters = { ["login_hint"] = "refuse" } });
        var callback = AuthorizationCallback.Parse((await OpenIddictProvider.BrowseAsync(request.Uri)).OriginalString);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(("access_denied", "The user refused.", 403), (failure.Error, failure.ErrorDescription, failure.StatusCode));
    }

    [Fact]
    public async Task Wrong_secret_is_invalid_client()
    {
        var client = provider.CreateClient(configure: static options => options.AppSecret = new string('x', 32));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => OpenIddictProvider.SignInAsync(client));

        Assert.Equal(("invalid_client", 401), (failure.Error, failure.StatusCode));
        Assert.Contains("AppSecret", failure.Message);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task Introspection_and_revocation_agree(TokenEndpointAuthMethod method)
    {
        var client = provider.CreateClient(method);
        var tokens = (await OpenIddictProvider.SignInAsync(client)).Tokens;

        var before = await client.IntrospectTokenAsync(tokens.AccessToken, TokenKind.AccessToken);
        await client.RevokeTokenAsync(tokens.AccessToken);
        var after = await client.IntrospectTokenAsync(tokens.AccessToken);

        Assert.True(before.IsActive);
        Assert.Equal(OpenIddictProvider.Subject, before.Subject);
        Assert.Equal(OpenIddictProvider.ConfidentialApp, before.ClientId);
        Assert.Contains("openid", before.Scopes);
        Assert.False(after.IsActive);
    }

    [Fact]
    public async Task Revoked_refresh_token_is_invalid_grant()
    {
        var client = provider.CreateClient();
        var tokens = (await OpenIddictProvider.SignInAsync(client)).Tokens;
        await client.RevokeTokenAsync(tokens.RefreshToken!, TokenKind.RefreshToken);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.RefreshAsync(tokens.RefreshToken!));

        Assert.Equal("invalid_grant", failure.Error);
        Assert.DoesNotContain(tokens.RefreshToken!, failure.ToString());
    }

    [Fact]
    public async Task Refresh_for_another_user_is_refused()
    {
        var client = provider.CreateClient();
        var tokens = (await OpenIddictProvider.SignInAsync(client)).Tokens;

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.RefreshAsync(tokens.RefreshToken!, "another-user"));

        Assert.Equal(TokenProblem.WrongSubject, failure.Problem);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task Client_credentials_yield_a_valid_access_token(TokenEndpointAuthMethod method)
    {
        var client = provider.CreateClient(method);

        var tokens = await client.GetClientCredentialsTokenAsync("book:read");
        var access = await client.ValidateAccessTokenAsync(tokens.AccessToken);

        Assert.Null(tokens.IdToken);
        Assert.Equal(["book:read"], access.Scopes);
    }

    [Fact]
    public async Task Client_credentials_of_an_access_account_are_sent_in_the_form()
    {
        var client = provider.CreateClient(TokenEndpointAuthMethod.None);

        var tokens = await client.GetClientCredentialsTokenAsync("book:read", new AccessKey(OpenIddictProvider.ConfidentialApp, OpenIddictProvider.Secret));

        Assert.NotEmpty(tokens.AccessToken);
    }

    [Fact]
    public async Task User_info_with_an_invalid_token_is_invalid_token()
    {
        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => provider.CreateClient().GetUserInfoAsync("no-token-of-the-provider", null));

        Assert.Equal(("invalid_token", 401), (failure.Error, (int)failure.HttpStatusCode));
    }

    [Fact]
    public async Task Tokens_of_another_application_are_refused()
    {
        var tokens = (await OpenIddictProvider.SignInAsync(provider.CreateClient(appId: OpenIddictProvider.OtherApp))).Tokens;
        var client = provider.CreateClient();

        var idToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(tokens.IdToken!));
        var accessToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateAccessTokenAsync(tokens.AccessToken));

        Assert.Equal(TokenProblem.WrongAudience, idToken.Problem);
        Assert.Equal(TokenProblem.WrongAudience, accessToken.Problem);
    }

    [Fact]
    public async Task Id_token_and_access_token_do_not_replace_each_other()
    {
        var client = provider.CreateClient();
        var tokens = (await OpenIddictProvider.SignInAsync(client)).Tokens;

        var idToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(tokens.AccessToken));
        var accessToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateAccessTokenAsync(tokens.IdToken!));

        Assert.Equal(TokenProblem.WrongTokenType, idToken.Problem);
        Assert.Equal(TokenProblem.WrongTokenType, accessToken.Problem);
    }
}
