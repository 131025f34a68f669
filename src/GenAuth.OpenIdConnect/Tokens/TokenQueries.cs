using System.Net.Http.Headers;
using System.Text.Json;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.Tokens;

/// <summary>What can be asked about a token, or done to it: introspection, revocation, user information.</summary>
internal sealed class TokenQueries(OpenIdConnectSettings settings, ProtocolCalls calls)
{
    public async Task<TokenIntrospection> IntrospectAsync(string token, TokenKind? kind, bool strict, CancellationToken cancellationToken)
    {
        const string Operation = "introspectToken";
        var form = CreateForm(token, kind).Add("strict", strict ? "true" : null);
        var authorization = await ClientAuthentication.AddToAsync(form, settings, settings.IntrospectionAuthMethod, Operation, cancellationToken).ConfigureAwait(false);
        var body = await calls.PostAsync<JsonElement>(
            Operation,
            settings.GetPath("token/introspection"),
            form,
            RetrySafety.Read,
            (name, response) => ProtocolResponse.ReadObject(name, response, "active", form.Secrets),
            authorization,
            cancellationToken).ConfigureAwait(false);
        return new(body);
    }

    public async Task RevokeAsync(string token, TokenKind? kind, CancellationToken cancellationToken)
    {
        const string Operation = "revokeToken";
        var form = CreateForm(token, kind);
        var authorization = await ClientAuthentication.AddToAsync(form, settings, settings.RevocationAuthMethod, Operation, cancellationToken).ConfigureAwait(false);

        // A second revocation of the same token leaves the state that the first one left.
        await calls.PostAsync<string>(
            Operation,
            settings.GetPath("token/revocation"),
            form,
            RetrySafety.Idempotent,
            (name, response) => ProtocolResponse.ReadRevocation(name, response, form.Secrets),
            authorization,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The token is sent in the header only: an address gets into logs.</summary>
    public async Task<UserInfo> GetUserInfoAsync(string operation, string accessToken, CancellationToken cancellationToken) => new(await calls.GetAsync<JsonElement>(
        operation,
        settings.GetPath("me"),
        (name, response) => ProtocolResponse.ReadObject(name, response, "sub", [accessToken]),
        cancellationToken,
        new AuthenticationHeaderValue("Bearer", accessToken)).ConfigureAwait(false));

    private static FormFields CreateForm(string token, TokenKind? kind) => new FormFields().AddSecret("token", token).Add("token_type_hint", kind switch
    {
        TokenKind.AccessToken => "access_token",
        TokenKind.RefreshToken => "refresh_token",
        _ => null,
    });
}
