namespace GenAuth.Maintain.Import.Output;

/// <summary>The report for people. Texts are counted by the operation or type that they belong to.</summary>
internal static class ReportText
{
    private static readonly (Question Question, string Heading)[] Headings =
    [
        (Question.Gone, "No longer at the service (still in the document)"),
        (Question.Rename, "Possibly renamed (both names are in the document)"),
        (Question.Differs, "Described differently (the document stays as it is)"),
        (Question.Untyped, "Without a known type (free-form for now)"),
        (Question.Name, "Names to confirm"),
        (Question.Tag, "Tags to confirm"),
        (Question.Security, "Authorization to confirm"),
        (Question.Retry, "x-retry to decide"),
        (Question.Paging, "x-paging to confirm"),
        (Question.Sensitive, "x-sensitive to decide"),
        (Question.Integer, "Sizes of numbers to decide"),
        (Question.Example, "Samples to correct"),
    ];

    public static void Write(TextWriter output, ImportReport report)
    {
        Section(output, "Changed", report.Changes.Select(change => $"{change.Place}: {change.What}"));
        foreach (var (question, heading) in Headings)
        {
            Section(output, heading, report.Undecided.Where(item => item.Kind == question).Select(Line));
        }

        var texts = report.Undecided.Where(item => item.Kind == Question.Text).ToLookup(item => item.Proposal.StartsWith(Convention.PlaceholderText.Mark, StringComparison.Ordinal));
        Section(output, "Texts to check", texts[false].Select(Line));
        Section(
            output,
            "Texts to write (they begin with TODO in the document)",
            texts[true].GroupBy(item => item.Place.Split('.', '?', '{', ' ')[0]).Select(group => $"{group.Key}: {group.Count()}"),
            texts[true].Count());
        Section(output, "Left out or unchanged", report.Notes.Select(note => $"{note.Place}: {note.What}"));
        output.WriteLine($"{Count(report.Changes.Count, "change")}, {Count(report.Undecided.Count, "question")} to decide.");
    }

    private static string Line(Undecided item) => $"{item.Place}: {item.Reason}; {item.Proposal}";

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
