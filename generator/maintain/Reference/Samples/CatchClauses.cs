using GenAuth.Maintain.Reference.Errors;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Writes catch clauses for the errors that an operation's description mentions.</summary>
internal static class CatchClauses
{
    private const int Width = 100;

    public static string Wrap(string body, IReadOnlyList<ExpectedError> errors) =>
        $"try\n{{\n{CSharpCode.Indent(body)}\n}}\n{string.Join('\n', errors.GroupBy(error => (error.When, error.Exception == ExceptionNames.ActionRequired)).Select(group => Clause([.. group])))}";

    // One sentence may mention several exceptions; they share one clause.
    private static string Clause(IReadOnlyList<ExpectedError> errors)
    {
        var exceptions = errors.Select(error => error.Exception).ToList();
        var filter = exceptions.Count == 1 ? $"({exceptions[0]} exception)" : $"(GenAuthApiException exception) when (exception is {string.Join(" or ", exceptions)})";
        return $"catch {filter}\n{{\n{CSharpCode.Indent(Reaction(errors[0]))}\n}}";
    }

    private static string Reaction(ExpectedError error) => error.Exception == ExceptionNames.ActionRequired
        ? $"{Comment("Not an error: ApiCode names the next step, ErrorData contains its data.")}\nConsole.WriteLine($\"Next step: {{exception.ApiCode}}\");"
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
