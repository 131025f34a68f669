using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>Finds the names of members and values in a file of types.</summary>
internal sealed class TypeNames(NameTable names)
{
    private const string Property = "        [Newtonsoft.Json.JsonProperty(\"";

    private static readonly Regex TypeLine = new(@"^    public (?:readonly )?partial (?:class|struct) (\w+)");
    private static readonly Regex WireName = new(@"\(""(?<wire>(?:[^""\\]|\\.)*)""");
    private static readonly Regex MemberLine = new(@"^        public (?<type>.+) @?(?<name>\w+) \{ get => ");
    private static readonly Regex ValueLine = new(@"^        public static (?<type>\w+) (?<name>\w+) => new\(""?(?<wire>.*?)""?\);$");

    private string? _type;
    private string? _wire;

    public void Read(string line)
    {
        if (SourceNames.TryMatch(line, "    public ", TypeLine, out var match))
        {
            _type = match.Groups[1].Value;
            names.AddType(_type);
        }
        else if (line.StartsWith(Property, StringComparison.Ordinal))
        {
            End();
            _wire = _type + "." + Regex.Unescape(WireName.Match(line).Groups["wire"].Value);
        }
        else if (_wire is not null && SourceNames.TryMatch(line, "        public ", MemberLine, out match))
        {
            names.Add(_wire, match.Groups["name"].Value, match.Groups["type"].Value);
            _wire = null;
        }
        else if (SourceNames.TryMatch(line, "        public static ", ValueLine, out match) && match.Groups["type"].Value == _type)
        {
            names.Add(_type + "." + match.Groups["wire"].Value, match.Groups["name"].Value, NameKind.Value);
        }
    }

    /// <summary>A wire name must have been followed by a member.</summary>
    public void End()
    {
        if (_wire is not null)
        {
            names.Miss(_wire);
        }
    }
}
