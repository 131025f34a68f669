using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Tls;

/// <summary>Protocols older than TLS 1.2 are refused.</summary>
public sealed class ProtocolTests
{
    private const byte ProtocolVersion = 70;

    // A server hello of an old version, written by hand because the platform may refuse to serve it.
    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task Server_with_TLS_1_1_at_most_is_refused(byte minorVersion)
    {
        var alert = new TaskCompletionSource<byte[]>();
        await using var server = new RawServer(async connection =>
        {
            await ReadRecordAsync(connection);
            await connection.SendAsync(ServerHello(minorVersion));
            alert.SetResult(await ReadRecordAsync(connection));
        });
        var client = new AuthenticationClient(TestClient.Options(server.Url.Replace("http:", "https:", StringComparison.Ordinal), options =>
        {
            options.Retry.MaxRetries = 0;
            options.Tls.DangerousAcceptAnyServerCertificate = true;
        }));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Contains("protocol", exception.Message, StringComparison.Ordinal);
        Assert.Equal(ProtocolVersion, (await alert.Task)[^1]);
    }

    private static byte[] ServerHello(byte minorVersion)
    {
        // Version, random, no session, TLS_RSA_WITH_AES_128_CBC_SHA, no compression.
        byte[] hello = [3, minorVersion, .. new byte[32], 0, 0x00, 0x2F, 0];
        return [22, 3, minorVersion, 0, (byte)(hello.Length + 4), 2, 0, 0, (byte)hello.Length, .. hello];
    }

    private static async Task<byte[]> ReadRecordAsync(RawConnection connection)
    {
        var head = new byte[5];
        await connection.Stream.ReadExactlyAsync(head, connection.End);
        var content = new byte[(head[3] << 8) + head[4]];
        await connection.Stream.ReadExactlyAsync(content, connection.End);
        return content;
    }
}
