using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Authorization;

/// <summary>Returns a browser to the application, in one of the four response modes.</summary>
internal static class AuthorizationResponse
{
    public const string Query = "query";
    public const string Fragment = "fragment";
    public const string FormPost = "form_post";
    public const string WebMessage = "web_message";

    private const string SubmitScript = "document.forms[0].submit()";

    private const string PostMessageScript =
        "const data=document.getElementById('response').dataset;(window.opener||window.parent).postMessage({type:'authorization_response',response:JSON.parse(data.response)},data.origin)";

    public static IReadOnlyList<string> Modes { get; } = [Query, Fragment, FormPost, WebMessage];

    public static TenantResponse Create(string redirectUri, string mode, IReadOnlyList<KeyValuePair<string, string>> parameters) => mode switch
    {
        Query => ProviderResponse.Redirect(QueryHelpers.AddQueryString(redirectUri, parameters.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))),
        Fragment => ProviderResponse.Redirect($"{redirectUri}#{string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))}"),
        FormPost => CreateForm(redirectUri, parameters),
        _ => CreateMessage(redirectUri, parameters),
    };

    private static TenantResponse CreateForm(string redirectUri, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var inputs = string.Join('\n', parameters.Select(pair => $"<input type=\"hidden\" name=\"{Html.Encode(pair.Key)}\" value=\"{Html.Encode(pair.Value)}\">"));
        return Html.PageWithScript(
            $"""
            <form method="post" action="{Html.Encode(redirectUri)}">
            {inputs}
            <button type="submit">Continue to the application</button>
            </form>
            """,
            SubmitScript);
    }

    private static TenantResponse CreateMessage(string redirectUri, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var response = TenantResponse.Write(new JsonObject(parameters.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))));
        var origin = new Uri(redirectUri).GetLeftPart(UriPartial.Authority);
        return Html.PageWithScript(
            $"<p id=\"response\" data-origin=\"{Html.Encode(origin)}\" data-response=\"{Html.Encode(response)}\">Return to the application.</p>", PostMessageScript, canBeFramed: true);
    }
}
