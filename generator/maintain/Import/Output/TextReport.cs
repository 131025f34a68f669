namespace GenAuth.Maintain.Import.Output;

/// <summary>Writes the report for the terminal. Drafts are counted for each operation and type.</summary>
internal static class TextReport
{
    private static readonly (QuestionKind Kind, string Heading)[] Headings =
    [
        (QuestionKind.Removed, "No longer at the service (still in the document)"),
        (QuestionKind.Rename, "Possibly renamed (both names are in the document)"),
        (QuestionKind.Differs, "Described differently (the document is unchanged)"),
        (QuestionKind.Untyped, "Without a known type (free-form until decided)"),
        (QuestionKind.Name, "Names to confirm"),
        (QuestionKind.Tag, "Tags to confirm"),
        (QuestionKind.Security, "Authorization to confirm"),
        (QuestionKind.Retry, "x-retry to decide"),
        (QuestionKind.Paging, "x-paging to confirm"),
        (QuestionKind.Sensitive, "x-sensitive to decide"),
        (QuestionKind.Integer, "Sizes of numbers to decide"),
        (QuestionKind.Example, "Samples to correct"),
    ];

    public static void Write(TextWriter output, ImportReport report)
    {
        Section(output, "Changed", report.Changes.Select(change => $"{change.Place}: {change.What}"));
        foreach (var (question, heading) in Headings)
        {
            Section(output, heading, report.Questions.Where(item => item.Kind == question).Select(Line));
        }

        var texts = report.Questions.Where(item => item.Kind == QuestionKind.Text).ToLookup(item => item.Proposal.StartsWith(Conventions.PlaceholderText.Prefix, StringComparison.Ordinal));
        Section(output, "Texts to check", texts[false].Select(Line));
        Section(
            output,
            "Texts to write (they begin with TODO in the document)",
            texts[true].GroupBy(item => item.Place.Split('.', '?', '{', ' ')[0]).Select(group => $"{group.Key}: {group.Count()}"),
            texts[true].Count());
        Section(output, "Left out or unchanged", report.Notes.Select(note => $"{note.Place}: {note.What}"));
        output.WriteLine($"{Count(report.Changes.Count, "change")}, {Count(report.Questions.Count, "question")} to decide.");
    }

    private static string Line(Question item) => $"{item.Place}: {item.Reason}; {item.Proposal}";

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static void Section(TextWriter output, string heading, IEnumerable<string> lines, int? count = null)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine($"{heading} ({count ?? all.Count})");
        foreach (var line in all)
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine();
    }
}
