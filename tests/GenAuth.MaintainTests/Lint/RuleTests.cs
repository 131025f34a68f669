using GenAuth.Build.Lint;
using Newtonsoft.Json;

namespace GenAuth.MaintainTests.Lint;

/// <summary>Every rule finds its mistake at its line with the remedy, and no other rule reports it.</summary>
public sealed class RuleTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, RuleCase.All.Count)];

    [Fact]
    public void Valid_document_has_no_finding() => Assert.Empty(CleanDocument.Lint(CleanDocument.Text).Select(found => $"{found.Rule.Code} {found.Finding.Message}"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Planted_error_is_found_at_its_line(int index)
    {
        var planted = RuleCase.All[index];
        var text = planted.Text;

        var found = CleanDocument.Lint(text).Select(found => (found.Rule.Code, Line: ((IJsonLineInfo)found.Finding.Token).LineNumber, found.Finding.Message)).ToList();

        var line = CleanDocument.LineOf(text, planted.Line, planted.After);
        Assert.True(
            found.Any(finding => finding.Code == planted.Code && finding.Line == line && finding.Message.Contains(planted.Message, StringComparison.Ordinal)),
            $"{planted} was not found at line {line}, but\n{string.Join('\n', found)}");
        Assert.Equal(planted.Also.Append(planted.Code).Order(StringComparer.Ordinal), found.Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_planted_error() => Assert.Equal(LintRules.All.Select(rule => rule.Code), RuleCase.All.Select(planted => planted.Code).Distinct());

    [Fact]
    public void Rule_codes_are_unique_and_sorted()
    {
        var codes = LintRules.All.Select(rule => rule.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches(@"^GENAUTH1\d\d\z", code));
    }
}
