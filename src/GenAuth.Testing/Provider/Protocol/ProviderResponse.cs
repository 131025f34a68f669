using System.Net;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>Responses of the provider's endpoints, which have no envelope.</summary>
internal static class ProviderResponse
{
    public static TenantResponse Json(JsonObject value, HttpStatusCode status = HttpStatusCode.OK) =>
        TenantResponse.Create(status, "application/json; charset=utf-8", TenantResponse.Write(value)).WithHeader("Cache-Control", "no-store");

    public static TenantResponse Error(OAuthErrorException exception) => Error(exception.Error, exception.Message, exception.Status);

    public static TenantResponse Error(string error, string? description, HttpStatusCode status)
    {
        var body = new JsonObject { ["error"] = error };
        if (description is not null)
        {
            body["error_description"] = description;
        }

        var response = Json(body, status);
        return status != HttpStatusCode.Unauthorized ? response
            : response.WithHeader("WWW-Authenticate", error == "invalid_client" ? "Basic realm=\"genauth\"" : $"Bearer error=\"{error}\"");
    }

    /// <summary>303, so that a browser turns a POST into a GET.</summary>
    public static TenantResponse Redirect(string uri) =>
        TenantResponse.Create(HttpStatusCode.SeeOther, "text/plain; charset=utf-8", string.Empty).WithHeader("Location", uri).WithHeader("Cache-Control", "no-store");

    public static TenantResponse Text(string text) => TenantResponse.Create(HttpStatusCode.OK, "text/plain; charset=utf-8", text);
}
