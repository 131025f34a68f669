using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace GenAuth.Tests.PublicApi;

/// <summary>The removed and added lines, each run of them below the last unchanged line.</summary>
internal static class LineDifference
{
    public static IEnumerable<string> Between(string[] before, string[] after)
    {
        var stayed = string.Empty;
        foreach (var line in InlineDiffBuilder.Diff(string.Join('\n', before), string.Join('\n', after), ignoreWhiteSpace: false).Lines)
        {
            if (line.Type == ChangeType.Unchanged)
            {
                stayed = line.Text;
                continue;
            }

            if (stayed.Length > 0)
            {
                yield return "  " + stayed;
                stayed = string.Empty;
            }

            yield return (line.Type == ChangeType.Deleted ? "- " : "+ ") + line.Text;
        }
    }
}
