namespace GenAuth.Testing.Service.Management;

/// <summary>The access key of the tenant. Its secret can be rotated while requests are handled.</summary>
internal sealed class TenantAccessKey(string id, string secret)
{
    private volatile string _secret = secret;

    public string Id { get; } = id;

    public string Secret => _secret;

    public string Rotate() => _secret = Secrets.CreateHex(32);
}
