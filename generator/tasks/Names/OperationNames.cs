using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>Finds the names of methods and parameters, and the types of bodies and responses, in a file of a client.</summary>
internal sealed class OperationNames(NameTable names)
{
    private static readonly Regex ClientLine = new(@"^    public sealed partial class (\w+) :");
    private static readonly Regex RequestLine = new(@"^            var request = new ApiRequest\(""[^""]*"", System\.Net\.Http\.HttpMethod\.(?<verb>\w+), ""(?<path>[^""]*)""\)(?<rest>.*);$");
    private static readonly Regex PlacedLine = new(@"^            request\.(?<place>SetSegment|Query\.Add)\(""(?<wire>[^""]*)"", @?(?<name>\w+)(, nameof\(@?\w+\))?\);$");
    private static readonly Regex FilePart = new(@"\{ ""(?<wire>[^""]*)"", @?(?<name>\w+) \}");
    private static readonly Regex BodyPart = new(@"Body = (?:new FormBody\()?@?(?<name>\w+)\)?,");

    private string? _client;
    private MethodLine? _method;
    private string? _operation;

    public void Read(string line)
    {
        if (SourceNames.TryMatch(line, "    public sealed", ClientLine, out var match))
        {
            _client = match.Groups[1].Value;
        }
        else if (_client is not null && MethodLine.TryRead(line) is { } method)
        {
            _method = method;
        }
        else if (_method is not null && SourceNames.TryMatch(line, "            var request", RequestLine, out match))
        {
            _operation = match.Groups["verb"].Value.ToUpperInvariant() + " " + match.Groups["path"].Value;
            if (_method.IsPaging)
            {
                AddPaging(_operation, _method);
                // Its parameters are the operation's own.
                _method = null;
            }
            else
            {
                AddOperation(_operation, _method, match.Groups["rest"].Value);
            }
        }
        else if (_method is not null && SourceNames.TryMatch(line, "            request.", PlacedLine, out match))
        {
            var wire = match.Groups["wire"].Value;
            var name = match.Groups["name"].Value;
            names.Add(_operation + (match.Groups["place"].Value == "SetSegment" ? $" {{{wire}}}" : $" ?{wire}"), name, _method.TypeOf(name));
        }
    }

    private void AddPaging(string operation, MethodLine method)
    {
        names.Add($"{operation} paging", $"{_client}.{method.Name}", NameKind.Member);
        names.Add($"{operation} item", method.Item, NameKind.Type);
    }

    private void AddOperation(string operation, MethodLine method, string request)
    {
        names.Add(operation, $"{_client}.{method.Name}", NameKind.Member);
        if (method.Response is { } response)
        {
            names.Add($"{operation} response", response, NameKind.Type);
        }

        var files = FilePart.Matches(request);
        foreach (Match file in files)
        {
            names.Add($"{operation} ({file.Groups["wire"].Value})", file.Groups["name"].Value, NameKind.Member);
        }

        if (files.Count == 0 && BodyPart.Match(request) is { Success: true } body)
        {
            var name = body.Groups["name"].Value;
            names.Add($"{operation} (body)", name, NameKind.Member);
            names.Add($"{operation} body", MethodLine.Short(method.TypeOf(name)), NameKind.Type);
        }
    }
}
