using GenAuth.Tests.Support;

namespace GenAuth.Tests.Markdown;

/// <summary>A documentation file, named by its path in the repository.</summary>
internal sealed class MarkdownFile(string name)
{
    /// <summary>The files that users and operators of the library read.</summary>
    public static IReadOnlyList<MarkdownFile> All { get; } =
    [
        new("README.md"),
        .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Order(StringComparer.Ordinal).Select(path => new MarkdownFile("docs/" + Path.GetFileName(path))),
        .. Directory.GetDirectories(Repository.PathOf("src")).Select(path => $"src/{Path.GetFileName(path)}/README.md").Where(name => File.Exists(Repository.PathOf(name))).Order(StringComparer.Ordinal).Select(name => new MarkdownFile(name)),
    ];

    public string Name => name;

    public IReadOnlyList<string> Lines { get; } = File.ReadAllText(Repository.PathOf(name.Split('/'))).ReplaceLineEndings("\n").Split('\n');

    /// <summary>The blocks of a language, with the line number of each one's first line of code.</summary>
    public IReadOnlyList<CodeBlock> Blocks(string language)
    {
        var blocks = new List<CodeBlock>();
        for (var index = 0; index < Lines.Count; index++)
        {
            var fence = Lines[index].Trim();
            if (fence.StartsWith("```", StringComparison.Ordinal))
            {
                var text = Lines.Skip(index + 1).TakeWhile(line => line.Trim() != "```").ToList();
                Assert.True(index + 1 + text.Count < Lines.Count, $"The block of {name} that begins on line {index + 1} is not closed.");
                if (fence[3..] == language)
                {
                    blocks.Add(new CodeBlock(name, index + 2, string.Join('\n', text)));
                }

                index += text.Count + 1;
            }
        }

        return blocks;
    }
}

internal sealed record CodeBlock(string File, int Line, string Text);
