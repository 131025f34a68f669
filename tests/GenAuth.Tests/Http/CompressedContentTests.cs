using System.IO.Compression;
using System.Text;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

/// <summary>Compression is detected in the body, because a handler that decompresses it may keep the header.</summary>
public sealed class CompressedContentTests
{
    private const string Success = """{"statusCode":200,"message":"Success"}""";

    private static readonly Gen<string> AnyText = Gen.OneOf(
        AnyJson.ObjectOf(AnyJson.Text, AnyJson.Value, 20).Select(AnyJson.Write),
        AnyJson.Value.Array[0, 40].Select(items => "[" + string.Join(',', items.Select(AnyJson.Write)) + "]"),
        Gen.Select(Gen.Int[60_000, 140_000], Gen.Char["[{ <"]).Select((length, first) => first + new string('x', length)),
        Gen.OneOf("", "<html>", "\uFEFF{}", " [1]", "\r\n{}"));

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("br")]
    [InlineData("GZIP")]
    public async Task Response_decompressed_by_a_handler_is_read_despite_its_header(string encoding)
    {
        using var service = new Service(_ => Task.FromResult(Response(Encoding.UTF8.GetBytes(Success), encoding)));

        var response = await new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("Success", response.Message);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Any_text_is_read_compressed_or_not_with_the_same_header(string encoding) => await AnyText.SampleAsync(
        async text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);

            Assert.Equal(bytes, await ReadAsync(bytes, encoding));
            Assert.Equal(bytes, await ReadAsync(Compress(bytes, encoding), encoding));
        },
        iter: 500);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Bytes_that_are_neither_text_nor_compressed_are_damaged(string encoding)
    {
        using var service = new Service(_ => Task.FromResult(Response([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], encoding)));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Contains("damaged compression", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Compression_is_detected_in_a_body_that_arrives_byte_by_byte(string encoding)
    {
        var bytes = Encoding.UTF8.GetBytes(Success);

        Assert.Equal(bytes, await ReadAsync(bytes, encoding, byteByByte: true));
        Assert.Equal(bytes, await ReadAsync(Compress(bytes, encoding), encoding, byteByByte: true));
    }

    private static byte[] Compress(byte[] bytes, string encoding)
    {
        using var target = new MemoryStream();
        using (Stream compressing = encoding == "br" ? new BrotliStream(target, CompressionLevel.Optimal) : new GZipStream(target, CompressionLevel.Optimal))
        {
            compressing.Write(bytes);
        }

        return target.ToArray();
    }

    private static HttpResponseMessage Response(byte[] bytes, string encoding)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return response;
    }

    private static async Task<byte[]> ReadAsync(byte[] bytes, string encoding, bool byteByByte = false)
    {
        using var content = byteByByte ? new StreamContent(new ByteByByte(bytes)) : (HttpContent)new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        using var body = await ResponseBody.ReadAsync(content, long.MaxValue, CancellationToken.None);
        return body.Bytes.ToArray();
    }

    private sealed class ByteByByte(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
