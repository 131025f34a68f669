using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Tls;

/// <summary>The check of the server's certificate.</summary>
public sealed class ServerCertificateTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task Certificate_of_an_added_root_is_accepted()
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);

        Assert.Equal("Success", (await server.CallTrustingAsync(_authority.Root)).Message);
    }

    [Fact]
    public async Task Certificate_of_any_of_several_added_roots_is_accepted()
    {
        using var other = new TestAuthority("CN=Another");
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);

        Assert.Equal("Success", (await server.CallTrustingAsync(other.Root, _authority.Root)).Message);
    }

    [Fact]
    public async Task Certificate_of_another_root_is_refused()
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);

        await server.AssertRefusedAsync(server.CallAsync());
    }

    [Fact]
    public async Task Certificate_of_another_root_with_the_same_name_is_refused()
    {
        using var impostor = new TestAuthority();
        using var certificate = impostor.Issue();
        await using var server = new TlsServer(certificate);

        await server.AssertRefusedAsync(server.CallTrustingAsync(_authority.Root));
    }

    [Theory]
    [InlineData("127.0.0.2", TestAuthority.ForServers, 1)]
    [InlineData("example.genauth.ai", TestAuthority.ForServers, 1)]
    [InlineData("127.0.0.1", TestAuthority.ForServers, -1)]
    [InlineData("127.0.0.1", TestAuthority.ForClients, 1)]
    public async Task Certificate_for_another_host_or_use_or_an_expired_one_is_refused_whoever_issued_it(string host, string use, int lastDay)
    {
        using var certificate = _authority.Issue(host, use, lastDay);
        await using var server = new TlsServer(certificate);

        await server.AssertRefusedAsync(server.CallTrustingAsync(_authority.Root));
    }

    [Fact]
    public async Task Added_root_of_one_client_is_not_trusted_by_another()
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);

        await server.CallTrustingAsync(_authority.Root);
        await server.AssertRefusedAsync(server.CallAsync());
    }
}
