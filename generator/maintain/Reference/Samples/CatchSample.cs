namespace GenAuth.Maintain.Reference;

/// <summary>What a sample does about the refusals that an operation's description speaks of.</summary>
internal static class CatchSample
{
    private const int Width = 100;

    public static string Around(string body, IReadOnlyList<ExpectedError> errors) =>
        $"try\n{{\n{CSharpCode.Indent(body)}\n}}\n{string.Join('\n', errors.GroupBy(error => (error.When, error.Exception == ExceptionOf.NextStep)).Select(group => Clause([.. group])))}";

    // One sentence may name several kinds, to which the reaction is the same.
    private static string Clause(IReadOnlyList<ExpectedError> errors)
    {
        var exceptions = errors.Select(error => error.Exception).ToList();
        var filter = exceptions.Count == 1 ? $"({exceptions[0]} exception)" : $"(GenAuthApiException exception) when (exception is {string.Join(" or ", exceptions)})";
        return $"catch {filter}\n{{\n{CSharpCode.Indent(Reaction(errors[0]))}\n}}";
    }

    private static string Reaction(ExpectedError error) => error.Exception == ExceptionOf.NextStep
        ? $"{Comment("Not a fault: ApiCode names the next step, ErrorData holds what it needs.")}\nConsole.WriteLine($\"Next step: {{exception.ApiCode}}\");"
        : $"{Comment(error.When)}\nConsole.WriteLine(exception.Remedy);";

    private static string Comment(string text)
    {
        var lines = new List<string> { "//" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length >= Width)
            {
                lines.Add("//");
            }

            lines[^1] += $" {word}";
        }

        return string.Join('\n', lines);
    }
}
