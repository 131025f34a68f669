using System.Text.RegularExpressions;

namespace GenAuth.Tests.Markdown;

/// <summary>The rows of docs/migrating-from-authing.md that pair a method of the other SDK with one of ours.</summary>
internal static partial class MigrationTable
{
    public const string FileName = "docs/migrating-from-authing.md";

    /// <summary>The pairs by the client of their heading.</summary>
    public static IReadOnlyList<MigrationRow> Pairs { get; } = [.. Rows().Where(row => row.Client.EndsWith("Client", StringComparison.Ordinal))];

    /// <summary>The methods of the other SDK that the API document does not have.</summary>
    public static IReadOnlyList<MigrationRow> WithoutEqual { get; } = [.. Rows().Where(row => row is { Client: "Without an equal", Operation: not null })];

    private static IEnumerable<MigrationRow> Rows()
    {
        var heading = "";
        var lines = MarkdownFile.All.Single(file => file.Name == FileName).Lines;
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..];
            }
            else if (line.StartsWith("| `", StringComparison.Ordinal) && !line.StartsWith("| `Authing.CSharp.SDK`", StringComparison.Ordinal))
            {
                var cells = line.Trim('|').Split(" | ");
                var operation = Operation().Match(cells[1]);
                yield return new MigrationRow(heading, cells[0].Trim(), operation.Success ? operation.Groups[1].Value : null, cells[^1].Trim());
            }
        }
    }

    [GeneratedRegex("^`((GET|POST|PUT|DELETE) /[^`]+)`$")]
    private static partial Regex Operation();
}

/// <param name="Client">The client of the heading.</param>
/// <param name="Before">The method of the other SDK.</param>
/// <param name="Operation">Verb and path.</param>
/// <param name="After">The third cell.</param>
internal sealed record MigrationRow(string Client, string Before, string? Operation, string After)
{
    /// <summary>The name of our method in the third cell.</summary>
    public string Method => After.Trim('`').Split('(')[0];
}
