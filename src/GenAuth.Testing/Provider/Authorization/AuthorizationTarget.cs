using System.Net;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Authorization;

/// <summary>Where and how the response to an authorization request goes.</summary>
/// <param name="RedirectUri">A registered address of the application.</param>
/// <param name="Mode">The response mode.</param>
/// <param name="State">The application's state, or <see langword="null"/>.</param>
internal sealed record AuthorizationTarget(string RedirectUri, string Mode, string? State)
{
    /// <summary>Reads the parameters that must be right before anything is sent to the application.</summary>
    /// <exception cref="OAuthErrorException">A parameter is missing or wrong. The error must be shown to the user.</exception>
    public static AuthorizationTarget Read(RequestParameters parameters, TenantSettings settings)
    {
        if (parameters.Require("client_id") != settings.AppId)
        {
            throw new OAuthErrorException("invalid_client", "No application has this client_id.");
        }

        var redirectUri = parameters.Require("redirect_uri");
        if (!settings.RedirectUris.Contains(redirectUri))
        {
            throw new OAuthErrorException(
                "invalid_redirect_uri", $"The application has not registered the redirect_uri {redirectUri}. Add exactly this address to RedirectUris of the tenant's options.");
        }

        var mode = parameters["response_mode"];
        return mode is null || AuthorizationResponse.Modes.Contains(mode)
            ? new(redirectUri, mode ?? GetDefaultMode(parameters), parameters["state"])
            : throw new OAuthErrorException("unsupported_response_mode", "response_mode is not query, fragment, form_post or web_message.", HttpStatusCode.BadRequest);
    }

    public TenantResponse Respond(IEnumerable<KeyValuePair<string, string>> parameters) =>
        AuthorizationResponse.Create(RedirectUri, Mode, State is null ? parameters.ToArray() : [.. parameters, KeyValuePair.Create("state", State)]);

    public TenantResponse RespondError(string error, string? description)
    {
        var parameters = new List<KeyValuePair<string, string>> { new("error", error) };
        if (description is not null)
        {
            parameters.Add(new("error_description", description));
        }

        return Respond(parameters);
    }

    private static string GetDefaultMode(RequestParameters parameters) =>
        parameters.List("response_type") is var types && (types.Contains("token") || types.Contains("id_token")) ? AuthorizationResponse.Fragment : AuthorizationResponse.Query;
}
