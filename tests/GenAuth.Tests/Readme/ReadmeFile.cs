using GenAuth.Tests.Support;

namespace GenAuth.Tests.Readme;

/// <summary>The code blocks of the README.</summary>
internal static class ReadmeFile
{
    private static readonly string[] Lines = Read();

    /// <summary>The blocks of a language, with the line number of each one's first line of code.</summary>
    public static IReadOnlyList<CodeBlock> Blocks(string language)
    {
        var blocks = new List<CodeBlock>();
        for (var index = 0; index < Lines.Length; index++)
        {
            var fence = Lines[index].Trim();
            if (fence.StartsWith("```", StringComparison.Ordinal))
            {
                var first = index + 1;
                index = Array.FindIndex(Lines, first, line => line.Trim() == "```");
                Assert.True(index >= 0, $"The block that begins on line {first} is not closed.");
                if (fence[3..] == language)
                {
                    blocks.Add(new CodeBlock(first + 1, string.Join('\n', Lines[first..index])));
                }
            }
        }

        return blocks;
    }

    private static string[] Read()
    {
        var path = Repository.PathOf("README.md");
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n') : [];
    }
}

internal sealed record CodeBlock(int Line, string Text);
