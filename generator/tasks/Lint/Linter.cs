namespace GenAuth.Build;

/// <summary>Asks all rules about a document.</summary>
internal static class Linter
{
    /// <summary>The places that break a rule and are no exception, in the order of the rules.</summary>
    public static IReadOnlyList<(Rule Rule, Finding Finding)> Check(ApiDocument document, LintExceptions exceptions)
    {
        var model = new DocumentModel(document);
        return [.. Rules.All.SelectMany(rule => rule.Check(model).Where(finding => !exceptions.Cover(rule.Code, finding)), (rule, finding) => (rule, finding))];
    }
}
