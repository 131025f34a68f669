using System.Security.Cryptography.X509Certificates;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Tls;

/// <summary>Clients that call a <see cref="TlsServer"/> once.</summary>
internal static class TlsClient
{
    /// <summary>Makes a call with these settings; without any the machine's trust applies.</summary>
    public static Task<GetAlipayAuthInfoRespDto> CallAsync(this TlsServer server, Action<TlsOptions>? tls = null) =>
        new AuthenticationClient(TestClient.Options(server.Url, options =>
        {
            // A rejected certificate must stay rejected in later calls.
            options.Retry.MaxRetries = 0;
            tls?.Invoke(options.Tls);
        })).GetAlipayAuthInfoAsync(TestClient.Connection);

    public static Task<GetAlipayAuthInfoRespDto> CallTrustingAsync(this TlsServer server, params X509Certificate2[] authorities) =>
        server.CallAsync(tls => tls.CertificateAuthorities.AddRange(authorities));

    /// <summary>The call fails with the TLS handshake, and the server receives no request.</summary>
    public static async Task AssertRefusedAsync(this TlsServer server, Task call)
    {
        var seen = server.Callers.Count;
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => call);
        Assert.Contains("TLS certificate", exception.Message, StringComparison.Ordinal);
        Assert.Equal(seen, server.Callers.Count);
    }
}
