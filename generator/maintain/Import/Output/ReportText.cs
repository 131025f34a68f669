namespace GenAuth.Maintain.Import.Output;

/// <summary>The report for people: what to do first, texts gathered by what they belong to.</summary>
internal static class ReportText
{
    private static readonly Dictionary<Question, string> Headings = new()
    {
        [Question.Gone] = "Gone at the service (still in the document)",
        [Question.Differs] = "Said otherwise (the document stays as it is)",
        [Question.Untyped] = "Of unknown form (free-form for now)",
        [Question.Name] = "Names to confirm",
        [Question.Tag] = "Tags to confirm",
        [Question.Security] = "How it is authorized",
        [Question.Retry] = "x-retry to decide",
        [Question.Paging] = "x-paging to confirm",
        [Question.Sensitive] = "x-sensitive to decide",
        [Question.Integer] = "Sizes of numbers to decide",
        [Question.Example] = "Samples to correct",
        [Question.Text] = "Texts to write (search for TODO in the document)",
    };

    public static void Write(TextWriter output, ImportReport report)
    {
        Section(output, "Changed", report.Changes.Select(change => $"{change.Place}: {change.What}"));
        foreach (var (question, heading) in Headings)
        {
            var asked = report.Undecided.Where(item => item.Kind == question).ToList();
            Section(output, heading, question == Question.Text
                ? asked.GroupBy(HeadOf).Select(group => $"{group.Key}: {group.Count()}")
                : asked.Select(item => $"{item.Place}: {item.Reason}; {item.Proposal}"));
        }

        Section(output, "Left out or as it was", report.Notes.Select(note => $"{note.Place}: {note.What}"));
        output.WriteLine($"{report.Changes.Count} changes, {report.Undecided.Count} things to decide.");
    }

    private static string HeadOf(Undecided item) => item.Reason.StartsWith("new", StringComparison.Ordinal) ? item.Place.Split('.', '?', '{', ' ')[0] : "from earlier imports";

    private static void Section(TextWriter output, string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine($"{heading} ({all.Count})");
        foreach (var line in all)
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine();
    }
}
