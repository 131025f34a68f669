using GenAuth.Maintain;
using GenAuth.Maintain.Import.Input;

namespace GenAuth.MaintainTests.Import;

public sealed class DownloadTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_document_is_read_from_its_address()
    {
        using var server = new AnswerOnce(AnswerOnce.Ok("""{ "说明": 1 }"""));

        var source = await SourceText.ReadAsync(server.Address, Patient, CancellationToken.None);

        Assert.Equal((server.Address, """{ "说明": 1 }"""), (source.Name, source.Text));
    }

    [Theory]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "404")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n{", "larger than 64 MB")]
    [InlineData("no HTTP at all\r\n\r\n", "cannot be fetched")]
    public async Task An_answer_that_is_none_is_refused(string answer, string reason)
    {
        using var server = new AnswerOnce(answer);

        await RefusedAsync(server.Address, Patient, reason);
    }

    [Fact]
    public async Task A_page_instead_of_a_document_is_recognized()
    {
        using var server = new AnswerOnce(AnswerOnce.Ok("<html>Log in</html>"));
        var source = await SourceText.ReadAsync(server.Address, Patient, CancellationToken.None);

        Assert.Contains("HTML", Assert.Throws<UsageException>(() => PublishedDocument.Parse(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up()
    {
        using var server = new AnswerOnce(answer: null);

        await RefusedAsync(server.Address, TimeSpan.FromMilliseconds(200), "no complete answer within 0.2 s");
    }

    [Theory]
    [InlineData("ftp://example.com/openapi.json")]
    [InlineData("file:///etc/hostname")]
    [InlineData("http://")]
    [InlineData("http://example.com/openapi.json")]
    [InlineData("http://127.0.0.1.example.com/openapi.json")]
    public async Task Another_scheme_is_refused(string address) => await RefusedAsync(address, Patient, "only https addresses");

    private static async Task RefusedAsync(string address, TimeSpan timeLimit, string reason)
    {
        var refusal = await Assert.ThrowsAsync<UsageException>(() => SourceText.ReadAsync(address, timeLimit, CancellationToken.None));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(address, refusal.Message, StringComparison.Ordinal);
    }
}
