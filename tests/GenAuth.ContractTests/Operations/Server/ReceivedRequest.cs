using System.Text;
using WireMock;

namespace GenAuth.ContractTests.Operations.Server;

/// <summary>A received request, parsed by the rules of HTTP only.</summary>
internal sealed class ReceivedRequest
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReceivedRequest(string verb, string target, SortedDictionary<string, string> headers, byte[] body)
    {
        Verb = verb;
        Headers = headers;
        BodyBytes = body;
        var parts = target.Split('?', 2);
        Path = parts[0];
        Query = parts.Length == 1 ? [] : Pairs(parts[1]);
    }

    public string Verb { get; }

    /// <summary>The path as it was written on the wire, escapes included.</summary>
    public string Path { get; }

    /// <summary>The decoded names and values of the query.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    /// <summary>The headers by lower-case name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] BodyBytes { get; }

    public string Body => Strict.GetString(BodyBytes);

    /// <summary>The decoded names and values of a query or a form, in order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Pairs(string text) =>
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(Decode(pair[0]), Decode(pair[1]))),
    ];

    public static ReceivedRequest From(IRequestMessage message)
    {
        var headers = message.Headers!.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value));
        headers.Remove(OperationServer.TargetHeader, out var target);
        return new(message.Method, target!, new(headers, StringComparer.Ordinal), message.BodyAsBytes ?? []);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
