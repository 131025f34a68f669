using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;

namespace GenAuth.Build.Lint;

/// <summary>Checks a document with all rules.</summary>
internal static class Linter
{
    /// <summary>The findings without those that an exception covers, in the order of the rules.</summary>
    public static IReadOnlyList<(Rule Rule, Finding Finding)> Check(ApiDocument document, LintExceptions exceptions)
    {
        var model = new LintModel(document);
        return [.. LintRules.All.SelectMany(rule => rule.Check(model).Where(finding => !exceptions.Cover(rule.Code, finding)), (rule, finding) => (rule, finding))];
    }
}
