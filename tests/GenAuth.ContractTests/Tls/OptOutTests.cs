using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Tls;

/// <summary>The option <see cref="TlsOptions.DangerousAcceptAnyServerCertificate"/>.</summary>
public sealed class OptOutTests
{
    [Fact]
    public async Task DangerousAcceptAnyServerCertificate_accepts_what_other_clients_refuse()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("elsewhere.example", TestAuthority.ForClients, lastDay: -1);
        await using var server = new TlsServer(certificate);

        await server.AssertRefusedAsync(server.CallAsync());
        Assert.Equal("Success", (await server.CallAsync(tls => tls.DangerousAcceptAnyServerCertificate = true)).Message);
        await server.AssertRefusedAsync(server.CallAsync());
        await server.AssertRefusedAsync(server.CallTrustingAsync(authority.Root));
    }

    [Fact]
    public void Accepting_any_certificate_is_off_by_default() => Assert.False(new TlsOptions().DangerousAcceptAnyServerCertificate);
}
