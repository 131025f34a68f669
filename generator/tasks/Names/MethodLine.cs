using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>The first line of a method that the templates wrote for an operation.</summary>
internal sealed class MethodLine
{
    private const string Paging = "System.Collections.Generic.IAsyncEnumerable<";

    private static readonly Regex Shape = new(@"^        (?<access>public|private) (?<result>.+) (?<name>\w+)Async\((?<parameters>.*)\)$");
    private static readonly Regex Qualifier = new(@"\b(?:\w+\.)+(?=\w)");

    private readonly bool _isPrivate;
    private readonly string _name;
    private readonly string _result;
    private readonly string _parameters;

    private MethodLine(Match match)
    {
        _isPrivate = match.Groups["access"].Value == "private";
        _name = match.Groups["name"].Value;
        _result = match.Groups["result"].Value;
        _parameters = match.Groups["parameters"].Value;
    }

    /// <summary>Whether it is the second method of an operation, which asks for one page after the other.</summary>
    public bool IsPaging => _result.StartsWith(Paging, StringComparison.Ordinal);

    /// <summary>Its public name: the wrapper of a private method has it without the ending.</summary>
    public string Name => (_isPrivate && _name.EndsWith("Core", StringComparison.Ordinal) ? _name.Substring(0, _name.Length - "Core".Length) : _name) + "Async";

    /// <summary>What a paging method gives one by one.</summary>
    public string Item => Short(_result.Substring(_result.IndexOf('<') + 1).TrimEnd('>'));

    /// <summary>What the task of the method gives, if anything.</summary>
    public string? Response => _result.IndexOf('<') is var open and >= 0 ? Short(_result.Substring(open + 1, _result.LastIndexOf('>') - open - 1)) : null;

    public static MethodLine? TryRead(string line) => SourceNames.TryMatch(line, "        p", Shape, out var match) ? new MethodLine(match) : null;

    /// <summary>A parameter's type. Commas within angle brackets do not end it.</summary>
    public string TypeOf(string parameter) =>
        Regex.Match(_parameters, @"(?:^|, )(?<type>(?:[^,<>]|<(?:[^<>]|<[^<>]*>)*>)+) @?" + parameter + "(?: = [^,]*)?(?:,|$)").Groups["type"].Value;

    /// <summary>A type without its namespaces.</summary>
    public static string Short(string type) => Qualifier.Replace(type, string.Empty).TrimEnd('?');
}
