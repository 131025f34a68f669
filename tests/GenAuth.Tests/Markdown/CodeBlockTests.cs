using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Markdown;

public sealed class CodeBlockTests
{
    public static TheoryData<string, int, string> Blocks
    {
        get
        {
            var data = new TheoryData<string, int, string>();
            foreach (var block in MarkdownFile.All.SelectMany(file => file.Blocks("csharp")))
            {
                data.Add(block.File, block.Line, block.Text.Split('\n')[0]);
            }

            return data;
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/migrating-from-authing.md")]
    [InlineData("docs/observability.md")]
    [InlineData("docs/security.md")]
    [InlineData("docs/sign-in.md")]
    [InlineData("src/GenAuth.AspNetCore/README.md")]
    [InlineData("src/GenAuth.OpenIdConnect/README.md")]
    [InlineData("src/GenAuth.Sm2/README.md")]
    [InlineData("src/GenAuth.Testing/README.md")]
    public void Document_has_code_blocks(string name) => Assert.NotEmpty(File(name).Blocks("csharp"));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_block_of_code_compiles(string name, int line, string firstLine)
    {
        var block = Assert.Single(File(name).Blocks("csharp"), block => block.Line == line);

        Assert.StartsWith(firstLine, block.Text, StringComparison.Ordinal);
        var complaints = BlockCompiler.Complaints(block);
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public void Every_setting_of_a_configuration_sample_exists()
    {
        var settings = File("README.md").Blocks("json").Select(block => JObject.Parse(block.Text)["GenAuth"]).OfType<JObject>().SelectMany(section => section.Properties()).ToList();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.NotNull(typeof(AuthenticationClientOptions).GetProperty(setting.Name)));
    }

    // Ensures that the compiler reports errors at all.
    [Theory]
    [InlineData("client.GetNothingAsync();", "CS1061")]
    [InlineData("string text = await client.GetAlipayAuthInfoAsync(\"x\");", "CS0029")]
    [InlineData("string text = AlipayAuthInfo.Parse(code).Sign;", "CS8600")]
    public void Invalid_code_block_does_not_compile(string text, string error)
    {
        var complaints = BlockCompiler.Complaints(new CodeBlock("README.md", 7, text));

        var complaint = Assert.Single(complaints, complaint => complaint.Contains(error, StringComparison.Ordinal));
        Assert.StartsWith("README.md(7,", complaint, StringComparison.Ordinal);
    }

    private static MarkdownFile File(string name) => MarkdownFile.All.Single(file => file.Name == name);
}
