namespace GenAuth.OpenIdConnect.Tests.Client;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<OpenIdConnectClientOptions>> Invalid => new()
    {
        { "AppId is empty", static options => options.AppId = " " },
        { "AppId holds", static options => options.AppId = "a\nb" },
        { "AppHost is empty", static options => options.AppHost = "" },
        { "AppHost", static options => options.AppHost = "http://example.genauth.ai" },
        { "AppSecret is blank", static options => options.AppSecret = " " },
        { "AppSecret is empty, or holds a blank", static options => options.AppSecret = "canary secret with 32 characters and blanks" },
        { "AppSecret is shorter than the 256 bits", static options => options.AppSecret = "canary" },
        { "AppSecret and ClientSecretProvider are both set", static options => options.ClientSecretProvider = new Support.FixedSecret("canary") },
        { "Issuer is not an absolute address", static options => options.Issuer = "oidc" },
        { "Protocol is not a defined value", static options => options.Protocol = (SignInProtocol)7 },
        { "SigningAlgorithm is not a defined value", static options => options.SigningAlgorithm = (TokenSigningAlgorithm)7 },
        { "TokenEndpointAuthMethod is not a defined value", static options => options.TokenEndpointAuthMethod = (TokenEndpointAuthMethod)7 },
        { "IntrospectionEndpointAuthMethod is not a defined value", static options => options.IntrospectionEndpointAuthMethod = (TokenEndpointAuthMethod)7 },
        { "RevocationEndpointAuthMethod is not a defined value", static options => options.RevocationEndpointAuthMethod = (TokenEndpointAuthMethod)7 },
        { "ClockSkew must be", static options => options.ClockSkew = TimeSpan.FromHours(2) },
        { "ClockSkew must be", static options => options.ClockSkew = TimeSpan.FromSeconds(-1) },
        { "Timeout must be", static options => options.Timeout = TimeSpan.Zero },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Invalid_setting_is_named_with_its_remedy(string expected, Action<OpenIdConnectClientOptions> change)
    {
        var options = Create();
        change(options);

        var failure = Assert.Throws<ArgumentException>(() => new OpenIdConnectClient(options));

        Assert.Contains(expected, failure.Message);
        Assert.DoesNotContain("canary", failure.Message);
    }

    [Fact]
    public void Client_copies_its_options()
    {
        var options = Create();
        var client = new OpenIdConnectClient(options);
        options.AppId = "another";

        Assert.Contains("client_id=app", client.CreateAuthorizationRequest(new() { RedirectUri = "https://app.example.com/" }).Uri.Query);
    }

    [Fact]
    public void Text_of_client_and_options_holds_no_secret()
    {
        Assert.Equal("OpenIdConnectClient for https://example.genauth.ai", new OpenIdConnectClient(Create()).ToString());
        Assert.Equal(nameof(OpenIdConnectClientOptions), Create().ToString());
    }

    private static OpenIdConnectClientOptions Create() => new() { AppId = "app", AppSecret = new string('s', 32), AppHost = "https://example.genauth.ai" };
}
