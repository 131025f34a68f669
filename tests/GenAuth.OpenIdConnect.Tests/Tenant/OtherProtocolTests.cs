using System.Net;
using System.Xml.Linq;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>OAuth 2.0 without OpenID Connect, and CAS.</summary>
public sealed class OtherProtocolTests
{
    private static readonly XNamespace Cas = "http://www.yale.edu/tp/cas";

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task OAuth_issues_opaque_tokens_and_no_ID_token(TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options => options.TokenEndpointAuthMethod = method);
        var client = new RawClient(tenant) { Prefix = "/oauth", Method = method };

        var tokens = await client.GetTokensAsync(("scope", null), ("nonce", null));

        Assert.Equal(["access_token", "expires_in", "refresh_token", "scope", "token_type"], tokens.Body.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Matches("^[0-9a-f]{40}$", tokens["access_token"]);
        Assert.Equal("user", tokens["scope"]);
        Assert.Equal("user-1", (await client.UserInfoAsync(tokens["access_token"]))["sub"]);
        Assert.Equal(tenant.AppHost + "/oauth", (await client.IntrospectAsync(tokens["access_token"]))["iss"]);
        Assert.Null((await client.RefreshAsync(tokens["refresh_token"])).Error);
        Assert.Equal(HttpStatusCode.OK, (await client.RevokeAsync(tokens["refresh_token"])).Status);
        Assert.Equal("invalid_token", (await client.UserInfoAsync(tokens["access_token"])).Error);
    }

    [Fact]
    public async Task Tokens_of_one_protocol_are_unknown_to_the_other()
    {
        await using var tenant = await Tenants.StartAsync();
        var (oidc, oauth) = (new RawClient(tenant), new RawClient(tenant) { Prefix = "/oauth" });
        var (oidcTokens, oauthTokens) = (await oidc.GetTokensAsync(), await oauth.GetTokensAsync());

        Assert.Equal("invalid_token", (await oauth.UserInfoAsync(oidcTokens["access_token"])).Error);
        Assert.Equal("invalid_token", (await oidc.UserInfoAsync(oauthTokens["access_token"])).Error);
        Assert.False((bool)(await oidc.IntrospectAsync(oauthTokens["access_token"])).Body["active"]!);
    }

    [Fact]
    public async Task CAS_1_responds_with_three_lines_once()
    {
        await using var tenant = await Tenants.StartAsync();
        var ticket = await GetTicketAsync(tenant);

        Assert.StartsWith("ST-", ticket, StringComparison.Ordinal);
        Assert.Equal("yes\nada\n", (await ValidateAsync(tenant, "validate", ticket)).Text);
        Assert.Equal("no\n\n", (await ValidateAsync(tenant, "validate", ticket)).Text);
    }

    [Fact]
    public async Task CAS_2_responds_with_XML_by_default()
    {
        await using var tenant = await Tenants.StartAsync();
        var ticket = await GetTicketAsync(tenant);

        var success = XElement.Parse((await ValidateAsync(tenant, "serviceValidate", ticket)).Text).Element(Cas + "authenticationSuccess")!;
        var failure = XElement.Parse((await ValidateAsync(tenant, "serviceValidate", ticket)).Text).Element(Cas + "authenticationFailure")!;

        Assert.Equal(("ada", "Ada <Lovelace>"), (success.Element(Cas + "user")?.Value, success.Element(Cas + "attributes")?.Element(Cas + "name")?.Value));
        Assert.Equal(string.Empty, success.Element(Cas + "attributes")?.Element(Cas + "address")?.Element(Cas + "country")?.Value);
        Assert.Equal("INVALID_TICKET", failure.Attribute("code")?.Value);
    }

    [Fact]
    public async Task CAS_2_responds_with_JSON_on_request()
    {
        await using var tenant = await Tenants.StartAsync();
        var ticket = await GetTicketAsync(tenant);

        var success = (await ValidateAsync(tenant, "serviceValidate", ticket, "JSON")).Body["serviceResponse"]!["authenticationSuccess"]!;
        var failure = (await ValidateAsync(tenant, "serviceValidate", ticket, "JSON")).Body["serviceResponse"]!["authenticationFailure"]!;

        Assert.Equal(("ada", "Ada@example.com"), ((string?)success["user"], (string?)success["attributes"]!["email"]));
        Assert.Equal("INVALID_TICKET", (string?)failure["code"]);
    }

    [Fact]
    public async Task CAS_ticket_is_bound_to_its_service_and_expires()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = clock);
        var (other, late) = (await GetTicketAsync(tenant), await GetTicketAsync(tenant));

        Assert.Equal("no\n\n", (await ValidateAsync(tenant, "validate", other, service: "https://app.example.com/other")).Text);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("no\n\n", (await ValidateAsync(tenant, "validate", late)).Text);
    }

    [Fact]
    public async Task CAS_login_obeys_service_gateway_and_renew()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt(RawClient.Callback);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync(LoginUri(tenant, "https://evil.test/"))).Status);
        Assert.Equal(RawClient.Callback, (await browser.OpenAsync(LoginUri(tenant, RawClient.Callback) + "&gateway=true")).Address.OriginalString);
        Assert.NotNull((await browser.SignInAsync(await browser.OpenAsync(LoginUri(tenant, RawClient.Callback)), "ada", Tenants.Password))["ticket"]);
        Assert.NotNull((await browser.OpenAsync(LoginUri(tenant, RawClient.Callback) + "&gateway=true"))["ticket"]);
        Assert.Contains("type=\"password\"", (await browser.OpenAsync(LoginUri(tenant, RawClient.Callback) + "&renew=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CAS_logout_returns_to_a_registered_service()
    {
        await using var tenant = await Tenants.StartAsync();
        using var browser = new Browser().StopAt("https://app.example.com/");

        Assert.Equal("https://app.example.com/", (await browser.OpenAsync($"{tenant.AppHost}/cas-idp/{tenant.AppId}/logout?service=https%3A%2F%2Fapp.example.com%2F")).Address.OriginalString);
        Assert.Equal("https://app.example.com/", (await browser.OpenAsync($"{tenant.AppHost}/cas-idp/logout?url=https%3A%2F%2Fapp.example.com%2F")).Address.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.OpenAsync($"{tenant.AppHost}/cas-idp/logout?url=https%3A%2F%2Fevil.test%2F")).Status);
    }

    private static string LoginUri(GenAuthTenant tenant, string service) => $"{tenant.AppHost}/cas-idp/{tenant.AppId}/login?service={Uri.EscapeDataString(service)}";

    private static async Task<string> GetTicketAsync(GenAuthTenant tenant)
    {
        using var request = await tenant.SignInAsync(new Uri(LoginUri(tenant, RawClient.Callback)), Tenants.Ada());
        return RawClient.ParametersOf(request.RequestUri!)["ticket"];
    }

    private static Task<RawResponse> ValidateAsync(GenAuthTenant tenant, string operation, string ticket, string? format = null, string service = RawClient.Callback) =>
        new RawClient(tenant).GetAsync($"/cas-idp/{tenant.AppId}/{operation}?service={Uri.EscapeDataString(service)}&ticket={ticket}{(format is null ? "" : "&format=" + format)}");
}
