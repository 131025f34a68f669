using System.Reflection;
using System.Text.RegularExpressions;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Conventions;

/// <summary>The list of methods in docs/architecture.md, "One call".</summary>
public sealed partial class OneCallTests
{
    private static readonly IReadOnlyList<(string Type, string Method, string File)> Steps =
    [
        .. Step().Matches(Section("## One call")).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)),
    ];

    [Fact]
    public void Call_has_at_most_eight_steps() => Assert.InRange(Steps.Count, 4, 8);

    [Fact]
    public void Methods_of_a_call_have_different_names() => Assert.Equal(Steps.Count, Steps.Select(step => step.Method).Distinct().Count());

    [Fact]
    public void Method_of_each_step_is_declared_in_the_file_that_is_named() => Assert.All(Steps, step =>
    {
        var type = Assert.Single(typeof(AuthenticationClient).Assembly.GetTypes(), type => type.Name == step.Type);
        Assert.Contains(
            type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly),
            method => method.Name == step.Method);
        Assert.Matches(@$"\b{step.Method}(<[^()]*(\([^()]*\)[^()]*)?T>)?\(", File.ReadAllText(Repository.PathOf(step.File.Split('/'))));
    });

    [Fact]
    public void Decisions_about_the_next_request_are_made_by_types_that_exist() => Assert.All(
        Decision().Matches(Section("## One call")).SelectMany(match => Code().Matches(match.Groups[1].Value)).Select(match => match.Groups[1].Value.Split('.')),
        name =>
        {
            var type = Assert.Single(typeof(AuthenticationClient).Assembly.GetTypes(), type => type.Name == name[0]);
            Assert.True(name.Length == 1 || type.GetMethod(name[1]) is not null, string.Join('.', name));
        });

    private static string Section(string heading)
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "architecture.md")).ReplaceLineEndings("\n");
        var start = text.IndexOf(heading, StringComparison.Ordinal);
        return text[start..text.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\| \d \| `(\w+)\.(\w+)` \| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"^\| (?:was|failed) [^|]*\|[^|]*\| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Decision();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
