using GenAuth.OpenIdConnect;

namespace GenAuth.Conformance.Provider;

/// <summary>A sign-in and everything that follows it, as an application does it.</summary>
internal sealed class SignInCheck(OpenIdConnectClient client, HttpClient browser)
{
    private const string Redirect = "https://app.example.com/callback";

    public async Task RunAsync(bool isConfidential)
    {
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Scope = "openid profile email offline_access", MaxAge = TimeSpan.FromMinutes(10) });
        var callback = AuthorizationCallback.Parse((await BrowseAsync(request.Uri)).OriginalString);
        var signIn = await client.CompleteSignInAsync(request, callback);
        Check(signIn.IdToken?.Subject == "user-1", "The ID token has another subject.");

        // Without consent, the provider returns no refresh token and no error.
        Check(signIn.Tokens.RefreshToken is not null, "There is no refresh token.");
        Check((await client.GetUserInfoAsync(signIn.Tokens.AccessToken, "user-1")).Email == "ada@example.com", "The user information has another e-mail address.");
        var refreshed = await client.RefreshAsync(signIn.Tokens.RefreshToken!, "user-1");
        Check(refreshed.Tokens.AccessToken != signIn.Tokens.AccessToken, "The access token is the old one.");
        if (isConfidential)
        {
            Check((await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken)).IsActive, "The access token is not active.");
            await client.RevokeTokenAsync(refreshed.Tokens.AccessToken, TokenKind.AccessToken);
            Check(!(await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken)).IsActive, "The revoked access token is active.");
            Check((await client.GetClientCredentialsTokenAsync("book:read")).Scope == "book:read", "The machine token has another scope.");
        }

        await ExpectAsync("invalid_token", () => client.GetUserInfoAsync("no-token", null));
        await ExpectAsync("invalid_grant", () => client.CompleteSignInAsync(request, callback));
        var refused = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Prompt = "none", AdditionalParameters = { ["id_token_hint"] = "no-token" } });
        var error = AuthorizationCallback.Parse((await BrowseAsync(refused.Uri)).OriginalString);
        await ExpectAsync("invalid_request", () => client.CompleteSignInAsync(refused, error));
        using var signOut = await browser.GetAsync(client.CreateSignOutUri(signIn.Tokens.IdToken, "https://app.example.com/signed-out", "s"));
        Check(signOut.IsSuccessStatusCode, $"The sign-out page is HTTP {(int)signOut.StatusCode}.");
    }

    /// <summary>Follows redirects as a browser does, up to the one to the application.</summary>
    private async Task<Uri> BrowseAsync(Uri address)
    {
        for (var count = 0; count < 10 && !address.OriginalString.StartsWith(Redirect, StringComparison.Ordinal); count++)
        {
            using var response = await browser.GetAsync(address);
            Check(response.Headers.Location is not null, $"{address.AbsolutePath} is HTTP {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            address = new Uri(address, response.Headers.Location!);
        }

        return address;
    }

    private static async Task ExpectAsync(string error, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (GenAuthOAuthException exception) when (exception.Error == error)
        {
            return;
        }

        throw new InvalidOperationException($"The call did not fail with {error}.");
    }

    private static void Check(bool condition, string complaint)
    {
        if (!condition)
        {
            throw new InvalidOperationException(complaint);
        }
    }
}
