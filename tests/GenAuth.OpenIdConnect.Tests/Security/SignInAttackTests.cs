using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.OpenIdConnect.Tests.Security;

/// <summary>Attacks on a sign-in through the browser. The tenant is real, and the attacker changes what the browser carries.</summary>
public sealed class SignInAttackTests
{
    [Fact]
    public async Task Injected_code_is_refused_by_the_verifier()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var victim = Start(client);
        var stolen = await tenant.SignInAsync(Start(client));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(victim, Callback(stolen.Code!, victim.State)));

        Assert.Equal(("invalid_grant", "code_verifier does not match the code_challenge of the authorization request."), (failure.Error, failure.ErrorDescription));
    }

    [Fact]
    public async Task Removed_challenge_does_not_disable_the_verifier()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var request = Start(client);
        var callback = await tenant.SignInAtAsync(Change(request.Uri, ("code_challenge", null), ("code_challenge_method", null)));

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(("invalid_grant", "code_verifier is not expected, because the authorization request had no code_challenge."), (failure.Error, failure.ErrorDescription));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("chosen-by-the-attacker")]
    public async Task Changed_nonce_is_refused(string? nonce)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var request = Start(client);
        var callback = await tenant.SignInAtAsync(Change(request.Uri, ("nonce", nonce)));

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(TokenProblem.WrongNonce, failure.Problem);
    }

    [Fact]
    public async Task Changed_state_is_refused_before_anything_is_sent()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var request = Start(client);
        var callback = await tenant.SignInAtAsync(Change(request.Uri, ("state", "chosen-by-the-attacker")));

        var failure = await Assert.ThrowsAsync<GenAuthCallbackException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(CallbackProblem.WrongState, failure.Problem);
        Assert.DoesNotContain(tenant.Requests, sent => sent.Path == "/oidc/token");
    }

    [Fact]
    public async Task Replayed_callback_is_refused_and_ends_the_first_sign_in()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var request = Start(client);
        var callback = await tenant.SignInAsync(request);
        var signIn = await client.CompleteSignInAsync(request, callback);

        var failure = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback));

        Assert.Equal(("invalid_grant", "The code is unknown or was already used."), (failure.Error, failure.ErrorDescription));
        Assert.False((await client.IntrospectTokenAsync(signIn.Tokens.AccessToken)).IsActive);
    }

    [Fact]
    public async Task Callbacks_of_two_applications_cannot_be_mixed_up()
    {
        await using var first = await Tenants.StartAsync();
        await using var second = await Tenants.StartAsync();
        var client = first.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var foreign = Start(second.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256));
        var callback = await second.SignInAsync(foreign);
        var request = Start(client);

        var whole = await Assert.ThrowsAsync<GenAuthCallbackException>(() => client.CompleteSignInAsync(foreign, callback));
        var stateOnly = await Assert.ThrowsAsync<GenAuthCallbackException>(() => client.CompleteSignInAsync(request, callback));
        var codeOnly = await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, Callback(callback.Code!, request.State)));
        var named = await Assert.ThrowsAsync<GenAuthCallbackException>(() => client.CompleteSignInAsync(
            request, AuthorizationCallback.FromParameters([new("code", callback.Code!), new("state", request.State), new("iss", second.AppHost + "/oidc")])));

        Assert.Equal((CallbackProblem.OtherApplication, CallbackProblem.WrongState, CallbackProblem.WrongIssuer), (whole.Problem, stateOnly.Problem, named.Problem));
        Assert.Equal(("invalid_grant", "The code is unknown or was already used."), (codeOnly.Error, codeOnly.ErrorDescription));
    }

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256, TokenProblem.WrongIssuer)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256, TokenProblem.UnknownKey)]
    public async Task Tokens_of_a_provider_with_the_same_application_and_secret_are_refused(GenAuthTenantSigningAlgorithm algorithm, TokenProblem problem)
    {
        await using var tenant = await Tenants.StartAsync(options => options.SigningAlgorithm = algorithm);
        await using var attacker = await Tenants.StartAsync(options => (options.SigningAlgorithm, options.AppId, options.AppSecret) = (algorithm, tenant.AppId, tenant.AppSecret));
        var client = tenant.CreateOpenIdConnectClient(algorithm);
        var tokens = await attacker.SignInAsync(Tenants.Ada());

        var idToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(tokens.IdToken!));
        var accessToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateAccessTokenAsync(tokens.AccessToken!));

        Assert.Equal((problem, problem), (idToken.Problem, accessToken.Problem));
    }

    [Fact]
    public async Task Id_token_beside_another_access_token_is_refused()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var (first, second) = (await tenant.SignInAsync(Tenants.Ada()), await tenant.SignInAsync(Tenants.Ada()));

        var failure = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(first.IdToken!, accessToken: second.AccessToken));

        Assert.Equal(TokenProblem.WrongAccessToken, failure.Problem);
    }

    [Fact]
    public async Task Id_token_and_access_token_do_not_replace_each_other()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = tenant.CreateOpenIdConnectClient(GenAuthTenantSigningAlgorithm.HS256);
        var tokens = await tenant.SignInAsync(Tenants.Ada());

        // As in the service, both have the type JWT.
        var idToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateIdTokenAsync(tokens.AccessToken!));
        var accessToken = await Assert.ThrowsAsync<GenAuthTokenException>(() => client.ValidateAccessTokenAsync(tokens.IdToken!));

        Assert.Equal((TokenProblem.WrongTokenType, TokenProblem.WrongTokenType), (idToken.Problem, accessToken.Problem));
    }

    private static AuthorizationRequest Start(OpenIdConnectClient client) => client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback });

    private static AuthorizationCallback Callback(string code, string state) => AuthorizationCallback.FromParameters([new("code", code), new("state", state)]);

    /// <summary>Changes parameters of an address; <see langword="null"/> removes one.</summary>
    private static Uri Change(Uri address, params (string Name, string? Value)[] changes)
    {
        var parameters = QueryHelpers.ParseQuery(address.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), parameters.Where(parameter => parameter.Value is not null)));
    }
}
