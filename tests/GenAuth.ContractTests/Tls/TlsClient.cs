using System.Security.Cryptography.X509Certificates;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Tls;

/// <summary>Clients that call a <see cref="TlsServer"/> once.</summary>
internal static class TlsClient
{
    /// <summary>A call with these settings; without any it trusts whom the machine trusts.</summary>
    public static Task<GetAlipayAuthInfoRespDto> CallAsync(this TlsServer server, Action<TlsOptions>? tls = null) =>
        new AuthenticationClient(TestClient.Options(server.Url, options =>
        {
            // A refusal stays one however often it is asked for.
            options.Retry.MaxRetries = 0;
            tls?.Invoke(options.Tls);
        })).GetAlipayAuthInfoAsync(TestClient.Connection);

    public static Task<GetAlipayAuthInfoRespDto> CallTrustingAsync(this TlsServer server, params X509Certificate2[] authorities) =>
        server.CallAsync(tls => tls.CertificateAuthorities.AddRange(authorities));

    /// <summary>The call ends as TLS does, and the server has seen nothing of it.</summary>
    public static async Task AssertRefusedAsync(this TlsServer server, Task call)
    {
        var seen = server.Callers.Count;
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => call);
        Assert.Contains("TLS certificate", exception.Message, StringComparison.Ordinal);
        Assert.Equal(seen, server.Callers.Count);
    }
}
