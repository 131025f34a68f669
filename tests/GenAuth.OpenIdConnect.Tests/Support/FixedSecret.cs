namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>Provides one secret.</summary>
internal sealed class FixedSecret(string secret) : IClientSecretProvider
{
    public ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken) => new(secret);
}
