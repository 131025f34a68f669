using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for the texts that become IntelliSense texts.</summary>
internal static class ProseRules
{
    private const int SummaryLength = 120;

    private const string Remedy = "Describe meaning, unit, format and default in plain ASCII sentences.";

    public static IEnumerable<Finding> Present(LintModel document) =>
        document.Texts.Where(text => string.IsNullOrEmpty(text.Value)).Select(text => text.Finding("There is no text.", Remedy));

    public static IEnumerable<Finding> NoPlaceholders(LintModel document) =>
        from same in Written(document)
        where ProseProblem.IsPlaceholder(same.Key)
        from text in same
        select text.Finding("The text is a placeholder.", Remedy);

    public static IEnumerable<Finding> Wording(LintModel document) =>
        from same in Written(document)
        where !ProseProblem.IsPlaceholder(same.Key)
        let problem = ProseProblem.FindInWording(same.Key)
        from text in same
        let fault = ProseProblem.SaysOnly(same.Key, text.Name) ? "says only the name" : problem
        where fault is not null
        select text.Finding($"The text {fault}: {Finding.Quote(same.Key)}", Remedy);

    public static IEnumerable<Finding> Summaries(LintModel document) =>
        from operation in document.Operations
        let summary = operation.Node.Text("summary")
        where summary?.Length > SummaryLength || (summary is not null && summary == operation.Node.Text("description"))
        select operation.Finding($"The summary is one short line, and the description adds details. Limit the summary to {SummaryLength} characters and move the rest to the description.", "summary");

    // Half of the texts occur several times; each is checked once.
    private static IEnumerable<IGrouping<string, Prose>> Written(LintModel document) =>
        document.Texts.Where(text => !string.IsNullOrEmpty(text.Value)).GroupBy(text => text.Value!);
}
