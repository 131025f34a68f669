using System.Text.RegularExpressions;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>docs/security.md names a test for each promise; a renamed or deleted test must not leave a promise untested.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> TestClasses = new(ReadTestClasses);

    public static TheoryData<string> Tests => [.. Promises().SelectMany(promise => promise.Tests).Distinct()];

    [Fact]
    public void Promise_without_a_test_is_not_documented() =>
        Assert.All(Promises(), promise => Assert.True(promise.Tests.Count > 0, $"This promise names no test: {promise.Text}"));

    [Fact]
    public void Document_lists_the_promises() => Assert.True(Promises().Count >= 25, $"{Promises().Count} promises were found.");

    [Theory]
    [MemberData(nameof(Tests))]
    public void Test_named_in_the_document_exists(string name)
    {
        var parts = name.Split('.');
        Assert.True(TestClasses.Value.TryGetValue(parts[0], out var source), $"No test file declares the class {parts[0]}.");
        if (parts.Length == 2)
        {
            Assert.Matches($@"(void|Task) {Regex.Escape(parts[1])}\(", source);
        }
    }

    private static List<(string Text, IReadOnlyList<string> Tests)> Promises()
    {
        var section = File.ReadAllText(Repository.PathOf("docs", "security.md")).ReplaceLineEndings("\n").Split("\n## ").Single(part => part.StartsWith("Promises\n", StringComparison.Ordinal));
        return
        [
            .. section.Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| promise", StringComparison.Ordinal))
                .Select(line => line.Trim('|').Split(" | "))
                .Select(cells => (cells[0].Trim(), (IReadOnlyList<string>)[.. InlineCode().Matches(cells[^1]).Select(match => match.Groups[1].Value)])),
        ];
    }

    private static Dictionary<string, string> ReadTestClasses()
    {
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            foreach (var name in ClassDeclaration().Matches(text).Select(match => match.Groups[1].Value))
            {
                classes[name] = classes.GetValueOrDefault(name) + text;
            }
        }

        return classes;
    }

    [GeneratedRegex("`([A-Za-z_.]+)`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\bclass (\w+)")]
    private static partial Regex ClassDeclaration();
}
