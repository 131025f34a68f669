using System.Text;
using GenAuth.Authorization.Signature;
using GenAuth.Pipeline;
using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Settings;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Management;

/// <summary>The signed part of a body depends on its kind.</summary>
public sealed class SignedContentTests
{
    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public void Body_that_is_not_JSON_is_not_signed(string? type)
    {
        using var message = Message(new ByteArrayContent(Encoding.UTF8.GetBytes("""{"a":1}""")));
        message.Content!.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal("/p", Resource(message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Members_of_JSON_are_signed_as_the_service_reads_them(bool withMembers)
    {
        using var message = Message(new JsonContent(GenAuthJson.ToUtf8(new JObject { ["a"] = 1.0, ["b"] = "\"" }, withMembers)));

        Assert.Equal("/p?a=1&b=\"", Resource(message));
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_not_read_for_the_signature()
    {
        using var message = Message(new StreamContent(new UnreadableStream()));

        await Signature().AuthorizeAsync(message, new ApiRequest("any", HttpMethod.Post, "/p"), null, CancellationToken.None);

        Assert.Equal("GenAuth", message.Headers.Authorization?.Scheme);
    }

    private static HttpRequestMessage Message(HttpContent content) => new(HttpMethod.Post, "https://example.genauth.ai/p") { Content = content };

    private static string Resource(HttpRequestMessage message) =>
        Signature().Explain(message, new ApiRequest("any", HttpMethod.Post, "/p"), showValues: true).Resource;

    private static SignatureAuthorization Signature() => new(ManagementSettings.From(ManagementClients.Options()));

    private sealed class UnreadableStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
