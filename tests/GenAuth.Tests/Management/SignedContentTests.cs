using System.Text;
using GenAuth.Pipeline;
using GenAuth.Management;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>What of a body is signed depends on its media type.</summary>
public sealed class SignedContentTests
{
    [Theory]
    [InlineData("application/json", "/p?a=1")]
    [InlineData("Application/JSON; charset=utf-8", "/p?a=1")]
    [InlineData("application/scim+json", "/p?a=1")]
    [InlineData("application/x-www-form-urlencoded", "/p")]
    [InlineData("multipart/form-data; boundary=x", "/p")]
    [InlineData("text/plain", "/p")]
    [InlineData(null, "/p")]
    public void The_members_of_json_are_signed_and_of_another_body_the_path_alone(string? type, string resource)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://example.genauth.ai/p");
        message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"a":1}"""));
        message.Content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(resource, Signature().Explain(message, new ApiRequest("any", HttpMethod.Post, "/p"), showValues: true).Resource);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_not_read_for_the_signature()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "https://example.genauth.ai/p");
        message.Content = new StreamContent(new UnreadableStream());
        message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");

        await Signature().AuthorizeAsync(message, new ApiRequest("any", HttpMethod.Post, "/p"), null, CancellationToken.None);

        Assert.Equal("GenAuth", message.Headers.Authorization?.Scheme);
    }

    private static SignatureAuthorization Signature() => new(ManagementSettings.From(ManagementClients.Options()));

    private sealed class UnreadableStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
