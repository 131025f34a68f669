using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests.Security;

/// <summary>An import adds no text to the project's document that the build step refuses.</summary>
public sealed class HostileImportTests : IDisposable
{
    private readonly ImportFolder _place = new();

    [Theory]
    [InlineData("\"pat\\nh\": { \"type\": \"string\" }", "U+000A")]
    [InlineData("\"a\\\"b\": { \"type\": \"string\" }", "has the character '\"'")]
    [InlineData("\"a\\u2028b\": { \"type\": \"string\" }", "U+2028")]
    [InlineData("\"a\": { \"type\": \"string\", \"enum\": [ \"x\\u0085\" ] }", "U+0085")]
    [InlineData("\"a\": { \"type\": \"string\", \"enum\": [ \"\\\"); Evil(\\\"\" ] }", "has the character '\"'")]
    [InlineData("\"a\": { \"type\": \"string\", \"format\": \"x;\" }", "has the character ';'")]
    public async Task Hostile_text_of_a_schema_is_refused_with_its_line(string member, string reason) =>
        await RefusedAsync("{\n\"openapi\": \"3.0.0\",\n\"paths\": { \"/api/v3/x\": { \"get\": { \"responses\": { } } } },\n\"components\": { \"schemas\": { \"A\": { \"type\": \"object\", \"properties\": {\n" + member + " } } } } }", 5, reason);

    [Theory]
    [InlineData("\"/api/v3/x\\\"y\": { \"get\": { \"responses\": { } } }", "has the character '\"'")]
    [InlineData("\"/api/v3/x y\": { \"get\": { \"responses\": { } } }", "has the character ' '")]
    [InlineData("\"/api/v3/x\": { \"get\": { \"tags\": [ \"..\\\\..\" ], \"responses\": { } } }", "has the character '\\'")]
    [InlineData("\"/api/v3/x\": { \"get\": { \"parameters\": [ { \"in\": \"query\", \"name\": \"a\\rb\" } ], \"responses\": { } } }", "U+000D")]
    [InlineData("\"/api/v3/x\": { \"get\": { \"requestBody\": { \"content\": { \"application/json\\n\": { } } }, \"responses\": { } } }", "U+000A")]
    public async Task Hostile_text_of_an_operation_is_refused_with_its_line(string path, string reason) =>
        await RefusedAsync("{\n\"openapi\": \"3.0.0\",\n\"paths\": {\n" + path + " } }", 4, reason);

    public void Dispose() => _place.Dispose();

    private async Task RefusedAsync(string text, int line, string reason)
    {
        var run = await Run.CommandAsync("import", _place.Write("published.json", text), "--document", _place.Document);

        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains($"published.json({line},", run.Error, StringComparison.Ordinal);
        Assert.Contains("error GENAUTH019: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")), _place.Text);
    }
}
