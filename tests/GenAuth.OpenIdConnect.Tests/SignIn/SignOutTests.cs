namespace GenAuth.OpenIdConnect.Tests.SignIn;

public sealed class SignOutTests
{
    [Fact]
    public void Sign_out_address_holds_the_id_token_and_the_registered_redirect() => Assert.Equal(
        "https://example.genauth.ai/oidc/session/end?id_token_hint=i.d.t&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com%2F%3Fa%3D1&state=s%201",
        Create().CreateSignOutUri("i.d.t", "https://app.example.com/?a=1", "s 1").AbsoluteUri);

    [Fact]
    public void Sign_out_address_without_redirect_needs_no_id_token() =>
        Assert.Equal("https://example.genauth.ai/oidc/session/end", Create().CreateSignOutUri().AbsoluteUri);

    [Fact]
    public void Redirect_without_id_token_is_an_argument_error() =>
        Assert.Contains("idToken", Assert.Throws<ArgumentException>(() => Create().CreateSignOutUri(null, "https://app.example.com/")).Message);

    [Fact]
    public void OAuth_sign_out_is_the_page_for_every_protocol() => Assert.Equal(
        "https://example.genauth.ai/login/profile/logout?redirect_uri=https%3A%2F%2Fapp.example.com%2F",
        Create(SignInProtocol.OAuth2).CreateSignOutUri(redirectUri: "https://app.example.com/").AbsoluteUri);

    [Fact]
    public void Saml_sign_in_starts_at_the_application() =>
        Assert.Equal("https://example.genauth.ai/api/v2/saml-idp/app", Create().CreateSamlSignInUri().AbsoluteUri);

    private static OpenIdConnectClient Create(SignInProtocol protocol = SignInProtocol.OpenIdConnect) =>
        new(new OpenIdConnectClientOptions { AppId = "app", AppHost = "https://example.genauth.ai/", Protocol = protocol });
}
