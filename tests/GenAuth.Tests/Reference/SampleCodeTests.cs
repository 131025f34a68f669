using GenAuth.Maintain.Reference.Pages;
using GenAuth.Tests.Document;
using Microsoft.CodeAnalysis;

namespace GenAuth.Tests.Reference;

public sealed class SampleCodeTests
{
    private const string Obsolete = "CS0618";

    [Fact]
    public void Every_operation_has_a_page_with_code() => Assert.Equal(
        TheDocument.Operations.Count,
        ReferencePages.Operations.Count(page => ReferencePages.Blocks(page, "Sample code", "csharp").Count > 0));

    [Fact]
    public void Every_sample_compiles_without_a_warning()
    {
        var complaints = SampleCompiler.Complaints(ReferencePages.Operations);

        Report.None(complaints.Where(complaint => complaint.Id != Obsolete).Select(complaint => complaint.ToString()), "Correct generator/maintain/Reference/Samples.");
    }

    [Fact]
    public void Compiler_warns_about_the_operations_that_the_pages_call_deprecated()
    {
        var warned = SampleCompiler.Complaints(ReferencePages.Operations).Where(complaint => complaint.Id == Obsolete).Select(complaint => complaint.Location.GetMappedLineSpan().Path);
        var deprecated = ReferencePages.Operations.Where(page => page.Text.Contains("**Deprecated**", StringComparison.Ordinal)).Select(page => page.Path).ToList();

        Assert.NotEmpty(deprecated);
        Assert.Equal(deprecated, warned.Distinct().Order(StringComparer.Ordinal));
    }

    // Ensures that the compiler reports errors at all.
    [Theory]
    [InlineData("await client.GetNothingAsync();", "CS1061")]
    [InlineData("string name = (await asUser.GetProfileAsync()).Data.Nickname;", "CS8600")]
    public void Invalid_sample_does_not_compile(string sample, string error)
    {
        var page = new Page("authentication/Wrong.md", $"# Wrong\n\n## Sample code\n\n```csharp\nusing GenAuth;\n\n{sample}\n```\n");

        var complaint = Assert.Single(SampleCompiler.Complaints([page]), complaint => complaint.Id == error);
        Assert.Equal(page.Path, complaint.Location.GetMappedLineSpan().Path);
    }
}
