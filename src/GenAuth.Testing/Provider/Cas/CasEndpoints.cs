using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Cas;

/// <summary><c>/cas-idp/{appId}/login</c>, <c>/validate</c> (CAS 1.0) and <c>/serviceValidate</c> (CAS 2.0 and 3.0).</summary>
internal sealed class CasEndpoints(TenantSettings settings, TenantStore store, TokenService tokens, SignInFlow flow)
{
    public const string Prefix = "/cas-idp";

    private static readonly XNamespace Namespace = "http://www.yale.edu/tp/cas";

    // CAS has no scopes; the service sends these claims.
    private static readonly string[] Scopes = ["username", "profile", "email", "phone", "address"];

    public TenantResponse Login(GenAuthTenantRequest request)
    {
        var parameters = RequestParameters.Read(request);
        if (parameters["service"] is not { } service || !settings.RedirectUris.Contains(service))
        {
            return Html.ErrorPage("INVALID_SERVICE", "The application has not registered this service. Add exactly this address to RedirectUris of the tenant's options.");
        }

        var signIn = new CasSignIn(service, parameters["renew"] == "true", IssueTicket);
        return parameters["gateway"] == "true" && flow.GetSession(request) is null ? ProviderResponse.Redirect(service) : flow.Start(request, signIn);
    }

    /// <summary>CAS 1.0: three lines.</summary>
    public TenantResponse Validate(GenAuthTenantRequest request) =>
        Use(request) is { } user ? ProviderResponse.Text($"yes\n{GetName(user)}\n") : ProviderResponse.Text("no\n\n");

    /// <summary>CAS 2.0 and 3.0: XML, or JSON if the request asks for it.</summary>
    public TenantResponse ServiceValidate(GenAuthTenantRequest request)
    {
        var user = Use(request);
        var isJson = string.Equals(RequestParameters.Read(request)["format"], "JSON", StringComparison.OrdinalIgnoreCase);
        var (kind, content) = user is null ? ("authenticationFailure", CreateFailure()) : ("authenticationSuccess", CreateSuccess(user));
        if (isJson)
        {
            return ProviderResponse.Json(new() { ["serviceResponse"] = new JsonObject { [kind] = content } });
        }

        var element = user is null
            ? new XElement(Namespace + kind, new XAttribute("code", (string)content["code"]!), (string)content["description"]!)
            : new XElement(Namespace + kind, content.Select(member => ToXml(member.Key, member.Value)));
        var response = new XElement(Namespace + "serviceResponse", new XAttribute(XNamespace.Xmlns + "cas", Namespace.NamespaceName), element);
        return TenantResponse.Create(HttpStatusCode.OK, "application/xml; charset=utf-8", response.ToString());
    }

    private string IssueTicket(string service, Session session)
    {
        var ticket = tokens.CreateCode(new Grant(Prefix, settings.AppId, session.UserId, Scopes, session.AuthenticatedAt), service, "ST-");
        store.Grants.Add(ticket);
        return ticket.Value;
    }

    /// <summary>Uses the ticket of a request, and returns its user. A ticket is used by a failure too.</summary>
    private StoredUser? Use(GenAuthTenantRequest request)
    {
        var parameters = RequestParameters.Read(request);
        return parameters["ticket"] is { } value && store.Grants.FindCode(value) is { } ticket && ticket.Grant.Protocol == Prefix && store.Grants.TryUse(ticket)
            && ticket.RedirectUri == parameters["service"] && settings.TimeProvider.GetUtcNow() < ticket.ExpiresAt
                ? store.Users.Find(ticket.Grant.UserId!)
                : null;
    }

    private JsonObject CreateSuccess(StoredUser user)
    {
        var attributes = new JsonObject
        {
            ["authenticationDate"] = settings.TimeProvider.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            ["longTermAuthenticationRequestTokenUsed"] = false,
            ["isFromNewLogin"] = true,
        };
        UserClaims.AddTo(attributes, user, Scopes, settings);
        return new() { ["user"] = GetName(user), ["attributes"] = attributes };
    }

    private static JsonObject CreateFailure() => new()
    {
        ["code"] = "INVALID_TICKET",
        ["description"] = "The ticket is unknown, expired, already used, or of another service.",
    };

    private static XElement ToXml(string name, JsonNode? value) =>
        new(Namespace + name, value is JsonObject members ? members.Select(member => ToXml(member.Key, member.Value)) : value?.ToString());

    // The service's default for the name that CAS reports.
    private static string GetName(StoredUser user) => string.IsNullOrEmpty(user.Profile.Username) ? user.Id : user.Profile.Username;

    /// <summary>A CAS login whose user may have to sign in.</summary>
    private sealed class CasSignIn(string service, bool renew, Func<string, Session, string> issueTicket) : ISignInRequest
    {
        public string ReturnUri => service;

        public string? LoginHint => null;

        public bool AsksForAccount => false;

        public bool RequiresPassword(Session? session) => session is null || renew;

        public IReadOnlyList<string> GetScopesForConsent(Session session) => [];

        public TenantResponse Complete(Session session) => ProviderResponse.Redirect(QueryHelpers.AddQueryString(service, "ticket", issueTicket(service, session)));

        public TenantResponse Fail(string error, string description) => ProviderResponse.Redirect(service);
    }
}
