using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Management;

/// <summary>A received request, and the signature that the service computes from its bytes.</summary>
internal sealed class CapturedRequest
{
    private readonly byte[] _body;

    /// <param name="raw">The bytes of the request as Latin-1.</param>
    public CapturedRequest(string raw)
    {
        var parts = raw.Split("\r\n\r\n", 2);
        var head = parts[0].Split("\r\n");
        (Method, Target) = (head[0].Split(' ')[0], head[0].Split(' ')[1]);
        Headers = head[1..].Select(line => line.Split(": ", 2)).ToDictionary(header => header[0].ToLowerInvariant(), header => header[1]);
        _body = Encoding.Latin1.GetBytes(parts[1]);
    }

    public string Method { get; }

    /// <summary>Path and query as they were sent.</summary>
    public string Target { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public string Body => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(_body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The text that the service signs for comparison.</summary>
    public string TextToSign(string prefix)
    {
        var lines = Headers
            .Where(header => header.Key == "date" || header.Key.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}:{header.Value.Trim()}\n");
        var path = Target.Split('?')[0];
        return $"{Method}\n{string.Concat(lines)}{JavaScript.Resource(path, Method == "GET" ? ParsedQuery() : ParsedBody())}";
    }

    // CA5350: the protocol knows this algorithm only.
#pragma warning disable CA5350
    public static string Sign(string text) => Convert.ToBase64String(
        HMACSHA1.HashData(Encoding.UTF8.GetBytes(SignatureVector.AccessKeySecret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    /// <summary>Whether the signature of the request is valid.</summary>
    public bool IsSigned(string scheme = "GenAuth", string prefix = "x-genauth-") =>
        Header("authorization") == $"{scheme} {SignatureVector.AccessKeyId}:{Sign(TextToSign(prefix))}";

    /// <summary>Follows the common query parser of Node.js: a repeated name, or one with brackets, is a list.</summary>
    private List<KeyValuePair<string, object?>> ParsedQuery() =>
    [
        .. Target.Split('?').Skip(1).SelectMany(query => query.Split('&'))
            .Select(pair => pair.Split('=').Select(Uri.UnescapeDataString).ToArray())
            .GroupBy(pair => pair[0].EndsWith("[]", StringComparison.Ordinal) ? pair[0][..^2] : pair[0])
            .Select(group => KeyValuePair.Create(
                group.Key, group.Count() > 1 || group.First()[0] != group.Key ? group.Select(pair => pair[1]).ToArray<object?>() : (object?)group.First()[1])),
    ];

    private object? ParsedBody()
    {
        if (_body.Length == 0 || Header("content-type")?.StartsWith("application/json", StringComparison.Ordinal) != true)
        {
            return null;
        }

        using var document = JsonDocument.Parse(_body);
        return Value(document.RootElement);
    }

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, Value(member.Value))).ToList(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => element.GetString(),
        // Not GetDouble, which does not return the nearest double for some spellings, such as 57680000000000000000000.0.
        JsonValueKind.Number => double.Parse(element.GetRawText(), CultureInfo.InvariantCulture),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => null,
    };
}
