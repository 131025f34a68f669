using System.Text;
using WireMock;

namespace GenAuth.ContractTests.Server;

/// <summary>A recorded request as it was on the wire.</summary>
public static class RecordedRequest
{
    /// <summary>The headers by lower-case name, without those that every HTTP/1.1 message has.</summary>
    public static SortedDictionary<string, string> HeadersSent(this IRequestMessage request) => new(
        request.Headers!.Where(header => header.Key is not ("Host" or "Content-Length"))
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value)),
        StringComparer.Ordinal);

    /// <summary>A header's value, or <see langword="null"/> when it was not sent.</summary>
    public static string? HeaderSent(this IRequestMessage request, string name) => request.HeadersSent().GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>The body as UTF-8 text; throws for invalid bytes.</summary>
    public static string BodySent(this IRequestMessage request) =>
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(request.BodyAsBytes!);
}
