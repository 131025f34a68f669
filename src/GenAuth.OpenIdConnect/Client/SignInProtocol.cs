namespace GenAuth.OpenIdConnect;

/// <summary>A provider of an application. Each has its own endpoints and its own settings in the console.</summary>
public enum SignInProtocol
{
    /// <summary>OpenID Connect, under <c>/oidc</c>. Sign-ins yield an ID token.</summary>
    OpenIdConnect,

    /// <summary>OAuth 2.0 without OpenID Connect, under <c>/oauth</c>. The provider is off in a new application, and its tokens are opaque.</summary>
    OAuth2,
}
