using GenAuth.Build.Document;
using GenAuth.Build.Lint;

namespace GenAuth.MaintainTests.Lint;

/// <summary>The exceptions to rules, each with a location and a reason, in a file beside the document.</summary>
public sealed class ExceptionTests
{
    private static readonly string Spoilt = CleanDocument.Text.Replace(" \"format\": \"int32\",", string.Empty, StringComparison.Ordinal);

    [Theory]
    [InlineData("GENAUTH111 ScrollDto.size: the whole place")]
    [InlineData("GENAUTH111 size: the name alone")]
    [InlineData("GENAUTH111 ScrollDto.*: a star for any text")]
    public void Exception_names_a_place_a_name_or_a_pattern(string exception)
    {
        Assert.Contains("ScrollDto.size", Places());
        Assert.DoesNotContain("ScrollDto.size", Places("# A comment.", string.Empty, exception));
        Assert.Contains("ThingPageDto.totalCount", Places(exception));
    }

    [Theory]
    [InlineData("GENAUTH112 ScrollDto.size: another rule")]
    [InlineData("GENAUTH111 ScrollDto.siz: a part of the place")]
    [InlineData("GENAUTH111 ScrollDto: what it stands in")]
    [InlineData("GENAUTH111 ScrollDtoXsize: a point is no pattern")]
    public void Exception_covers_nothing_else_and_unused_exceptions_are_reported(string exception)
    {
        var exceptions = new LintExceptions([exception]);
        var found = Linter.Check(new ApiDocument(CleanDocument.Parse(Spoilt)), exceptions);

        Assert.Contains("ScrollDto.size", found.Select(finding => finding.Finding.Place));
        Assert.Contains("Delete the exception, or correct its place", Assert.Single(exceptions.Faults).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GENAUTH111 ScrollDto.size")]
    [InlineData("GENAUTH111 ScrollDto.size:")]
    [InlineData("GENAUTH111 ScrollDto.size: ")]
    [InlineData("GENAUTH111: without a place")]
    [InlineData("ScrollDto.size: without a code")]
    [InlineData("GENAUTH099 ScrollDto.size: no code of a rule")]
    [InlineData("GENAUTH100 ScrollDto.size: no code of a rule either")]
    public void Exception_without_code_place_or_reason_is_reported(string line)
    {
        var exceptions = new LintExceptions(["# A comment.", line]);

        var (number, message) = Assert.Single(exceptions.Faults);

        Assert.Equal(2, number);
        Assert.Contains("Write the code of a rule, a place and the reason", message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Places(params string[] exceptions) => CleanDocument.Lint(Spoilt, exceptions).Select(found => found.Finding.Place);
}
