using System.Globalization;
using System.IO.Compression;
using System.Text;
using GenAuth.ContractTests.Responses;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

public sealed class LargeBodyTests
{
    private const string Json = "Content-Type: application/json";

    [Theory]
    [InlineData("Connection: close", "{0}")]
    [InlineData("Transfer-Encoding: chunked", "{1}\r\n{0}\r\n")]
    public async Task Endless_body_ends_at_the_limit(string header, string piece)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(RawConnection.Head(Json, header) + Piece("""{"statusCode":200,"message":""" + "\""));
            while (true)
            {
                await connection.SendAsync(Piece(new string('a', 4000)));
            }

            string Piece(string text) => string.Format(CultureInfo.InvariantCulture, piece, text, text.Length.ToString("x", CultureInfo.InvariantCulture));
        });
        var exception = await server.Client(options => options.MaxResponseBytes = 100_000).InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
        Assert.Equal(4096, exception.BodyPreview.Length);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_body_ends_at_the_limit_of_its_decompressed_size(string encoding)
    {
        await using var server = Packed(encoding, Encoding.UTF8.GetBytes("""{"statusCode":200,"message":""" + "\"" + new string(' ', 5_000_000) + "\"}"));
        var exception = await server.Client(options => options.MaxResponseBytes = 100_000).InvalidResponseAsync();
        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compressed_body_is_decompressed(string encoding)
    {
        await using var server = Packed(encoding, Encoding.UTF8.GetBytes(Faults.Response));
        Assert.Equal("app_id=xxxxx", (await server.Client().GetAlipayAuthInfoAsync(TestClient.Connection)).Data.AuthInfo);
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("gzip", true)]
    [InlineData("br", false)]
    [InlineData("br", true)]
    public async Task Damaged_compressed_body_fails_the_call(string encoding, bool cutOff)
    {
        var packed = Pack(encoding, Encoding.UTF8.GetBytes(Faults.Response));
        await using var server = Sends(encoding, cutOff ? packed[..(packed.Length / 2)] : [0xFF, .. packed]);
        await Assert.ThrowsAnyAsync<GenAuthException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Body_that_is_not_compressed_despite_its_header_is_read(string encoding)
    {
        await using var server = Sends(encoding, Encoding.UTF8.GetBytes(Faults.Response));
        Assert.Equal("app_id=xxxxx", (await server.Client().GetAlipayAuthInfoAsync(TestClient.Connection)).Data.AuthInfo);
    }

    [Fact]
    public async Task Length_beyond_the_maximum_array_size_is_a_broken_connection()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendAsync(RawConnection.Head(Json, $"Content-Length: {int.MaxValue}") + Faults.Response);
        });
        await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => server.Client(options => options.MaxResponseBytes = int.MaxValue).GetAlipayAuthInfoAsync(TestClient.Connection));
    }

    private static RawServer Packed(string encoding, byte[] body) => Sends(encoding, Pack(encoding, body));

    private static RawServer Sends(string encoding, byte[] bytes) => new(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.SendAsync(RawConnection.Head(Json, $"Content-Encoding: {encoding}", $"Content-Length: {bytes.Length}"));
        await connection.SendAsync(bytes);
    });

    private static byte[] Pack(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            _ => new BrotliStream(packed, CompressionLevel.Fastest),
        })
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }
}
