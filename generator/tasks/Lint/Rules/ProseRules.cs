namespace GenAuth.Build;

/// <summary>Every text of the document becomes IntelliSense text of somebody.</summary>
internal static class ProseRules
{
    private const int SummaryLength = 120;

    private const string Remedy = "Say what it is: meaning, unit, format, default, in plain ASCII sentences.";

    public static IEnumerable<Finding> There(DocumentModel document) =>
        document.Texts.Where(text => string.IsNullOrEmpty(text.Value)).Select(text => text.Finding("There is no text.", Remedy));

    public static IEnumerable<Finding> Finished(DocumentModel document) =>
        from same in Written(document)
        where ProseProblem.IsPlaceholder(same.Key)
        from text in same
        select text.Finding("The text is a placeholder.", Remedy);

    public static IEnumerable<Finding> Wording(DocumentModel document) =>
        from same in Written(document)
        where !ProseProblem.IsPlaceholder(same.Key)
        let problem = ProseProblem.OfWording(same.Key)
        from text in same
        let fault = ProseProblem.SaysOnly(same.Key, text.Name) ? "says only the name" : problem
        where fault is not null
        select text.Finding($"The text {fault}: {Finding.Quote(same.Key)}", Remedy);

    public static IEnumerable<Finding> Summaries(DocumentModel document) =>
        from operation in document.Operations
        let summary = operation.Node.Text("summary")
        where summary?.Length > SummaryLength || (summary is not null && summary == operation.Node.Text("description"))
        select operation.Finding($"The summary is one short line, and the description says more. Keep the summary within {SummaryLength} characters, and the rest for the description.", "summary");

    // Half of the texts stand in several places, and each is looked at once.
    private static IEnumerable<IGrouping<string, Prose>> Written(DocumentModel document) =>
        document.Texts.Where(text => !string.IsNullOrEmpty(text.Value)).GroupBy(text => text.Value!);
}
