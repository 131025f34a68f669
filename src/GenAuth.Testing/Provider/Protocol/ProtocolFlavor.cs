namespace GenAuth.Testing.Provider.Protocol;

/// <summary>One of the two protocols that share the code of the provider.</summary>
/// <param name="Prefix">The beginning of the paths.</param>
/// <param name="IsOpenId">False for plain OAuth 2.0: opaque tokens, and no ID token.</param>
internal sealed record ProtocolFlavor(string Prefix, bool IsOpenId)
{
    public static ProtocolFlavor OpenIdConnect { get; } = new("/oidc", true);

    public static ProtocolFlavor OAuth { get; } = new("/oauth", false);
}
