using GenAuth.Maintain;
using GenAuth.Maintain.Import.Input;

namespace GenAuth.MaintainTests.Import;

public sealed class DownloadTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Document_is_downloaded_from_its_address()
    {
        using var server = new SingleResponseServer(SingleResponseServer.Ok("""{ "说明": 1 }"""));

        var source = await SourceText.ReadAsync(server.Address, Patient, CancellationToken.None);

        Assert.Equal((server.Address, """{ "说明": 1 }"""), (source.Name, source.Text));
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n{", "larger than 64 MB")]
    [InlineData("no HTTP at all\r\n\r\n", "cannot be downloaded")]
    public async Task Invalid_HTTP_response_is_refused(string response, string reason)
    {
        using var server = new SingleResponseServer(response);

        await RefusedAsync(server.Address, Patient, reason);
    }

    [Fact]
    public async Task HTML_page_instead_of_a_document_is_refused()
    {
        using var server = new SingleResponseServer(SingleResponseServer.Ok("<html>Log in</html>"));
        var source = await SourceText.ReadAsync(server.Address, Patient, CancellationToken.None);

        Assert.Contains("HTML", Assert.Throws<UsageException>(() => PublishedDocument.Parse(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_without_a_response_times_out()
    {
        using var server = new SingleResponseServer(response: null);

        await RefusedAsync(server.Address, TimeSpan.FromMilliseconds(200), "no complete response within 0.2 s");
    }

    [Theory]
    [InlineData("ftp://example.com/openapi.json")]
    [InlineData("file:///etc/hostname")]
    [InlineData("http://")]
    [InlineData("http://example.com/openapi.json")]
    [InlineData("http://127.0.0.1.example.com/openapi.json")]
    public async Task Address_with_another_scheme_is_refused(string address) => await RefusedAsync(address, Patient, "only https addresses");

    private static async Task RefusedAsync(string address, TimeSpan timeLimit, string reason)
    {
        var exception = await Assert.ThrowsAsync<UsageException>(() => SourceText.ReadAsync(address, timeLimit, CancellationToken.None));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Contains(address, exception.Message, StringComparison.Ordinal);
    }
}
