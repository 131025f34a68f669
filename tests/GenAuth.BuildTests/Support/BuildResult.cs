using System.Globalization;
using System.Text.RegularExpressions;

namespace GenAuth.BuildTests;

/// <summary>The exit code and the output of a command.</summary>
internal sealed partial record BuildResult(string Command, int ExitCode, string Output)
{
    /// <summary>The distinct errors in order of appearance.</summary>
    public IReadOnlyList<BuildError> Errors { get; } =
    [
        .. ErrorLine().Matches(Output).Select(match => new BuildError(
            match.Groups["file"].Value, Number(match.Groups["line"]), match.Groups["code"].Value, match.Groups["message"].Value)).Distinct(),
    ];

    /// <summary>How often the client was generated.</summary>
    public int Generations => Regex.Count(Output, "Generated the API client from ");

    /// <summary>True if a build failed and printed neither an error nor its last lines.</summary>
    public bool IsWithoutSummary => ExitCode != 0 && Errors.Count == 0 && !Output.Contains("Build FAILED.", StringComparison.Ordinal);

    public BuildResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command}\nended with exit code {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>Asserts a failure with a single error and returns it.</summary>
    public BuildError FailedOnce()
    {
        Assert.True(ExitCode != 0 && Errors.Count == 1, $"{Command}\nended with exit code {ExitCode} and {Errors.Count} errors:\n{Output}");
        return Errors[0];
    }

    public BuildResult Generated(int times)
    {
        Succeeded();
        Assert.True(Generations == times, $"{Command}\ngenerated {Generations} times instead of {times}:\n{Output}");
        return this;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^\s*(\d+>)?(?<file>[^\r\n]*?)(\((?<line>\d+)(,\d+)?\))?\s*: error (?<code>\w+)\s*: (?<message>[^\r\n]*?)( \[[^\]\r\n]*\])?\s*$",
        RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}

/// <summary>An error as editors and build servers read it. The line is 0 when the error names none.</summary>
internal sealed record BuildError(string File, int Line, string Code, string Message);
