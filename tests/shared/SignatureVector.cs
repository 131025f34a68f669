using System.Globalization;
using System.Text.Json;

namespace GenAuth.Tests.Shared;

/// <summary>
/// A request and its signature by another implementation of the protocol, from <c>signatures.json</c>. All have the same
/// key, nonce and date.
/// </summary>
internal sealed record SignatureVector(
    string Title,
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string?>> Query,
    string? Body,
    Edition Edition,
    IReadOnlyDictionary<string, string> Headers,
    string Text,
    string Signature)
{
    private static readonly JsonElement File = Read();

    public static string AccessKeyId { get; } = File.GetProperty(nameof(AccessKeyId)).GetString()!;

    public static string AccessKeySecret { get; } = File.GetProperty(nameof(AccessKeySecret)).GetString()!;

    public static string Nonce { get; } = File.GetProperty(nameof(Nonce)).GetString()!;

    public static string DateText { get; } = File.GetProperty(nameof(Date)).GetString()!;

    public static DateTimeOffset Date { get; } = DateTimeOffset.ParseExact(DateText, "R", CultureInfo.InvariantCulture);

    public static IReadOnlyList<SignatureVector> All { get; } =
    [
        .. File.GetProperty("Requests").EnumerateArray()
            .SelectMany(request => request.GetProperty("Editions").EnumerateObject().Select(edition => Create(request, edition))),
    ];

    /// <summary>The prefix of the edition's headers.</summary>
    public string Prefix => Edition == Edition.Authing ? "x-authing-" : "x-genauth-";

    /// <summary>The header that carries the signature.</summary>
    public string Authorization => $"{(Edition == Edition.Authing ? "authing" : "GenAuth")} {AccessKeyId}:{Signature}";

    public override string ToString() => $"{Title} ({Edition})";

    private static SignatureVector Create(JsonElement request, JsonProperty edition) => new(
        request.GetProperty(nameof(Title)).GetString()!,
        request.GetProperty(nameof(Method)).GetString()!,
        request.GetProperty(nameof(Path)).GetString()!,
        request.TryGetProperty(nameof(Query), out var query)
            ? [.. query.EnumerateObject().Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value.GetString()))]
            : [],
        request.TryGetProperty(nameof(Body), out var body) ? body.GetString() : null,
        Enum.Parse<Edition>(edition.Name),
        edition.Value.GetProperty(nameof(Headers)).EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!),
        edition.Value.GetProperty(nameof(Text)).GetString()!,
        edition.Value.GetProperty(nameof(Signature)).GetString()!);

    private static JsonElement Read()
    {
        using var file = typeof(SignatureVector).Assembly.GetManifestResourceStream("signatures")!;
        using var document = JsonDocument.Parse(file);
        return document.RootElement.Clone();
    }
}
