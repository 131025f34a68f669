using System.IO.Compression;
using System.Text;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

/// <summary>Whether a body is compressed is for the body to say: a handler that unpacks it may leave the header behind.</summary>
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
    public async Task Answer_that_a_handler_has_unpacked_is_read_in_spite_of_the_header(string encoding)
    {
        using var service = new Service(_ => Task.FromResult(Answer(Encoding.UTF8.GetBytes(Success), encoding)));

        var response = await new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("Success", response.Message);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Any_text_is_read_compressed_and_unpacked_beside_the_same_header(string encoding) => await AnyText.SampleAsync(
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
        using var service = new Service(_ => Task.FromResult(Answer([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], encoding)));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Contains("damaged compression", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Body_that_comes_byte_by_byte_is_decided_by_as_many_as_it_takes(string encoding)
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

    private static HttpResponseMessage Answer(byte[] bytes, string encoding)
    {
        var answer = new HttpResponseMessage { Content = new ByteArrayContent(bytes) };
        answer.Content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        return answer;
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
