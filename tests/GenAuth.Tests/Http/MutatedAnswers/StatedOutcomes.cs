using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace GenAuth.Tests.Http.MutatedAnswers;

/// <summary>Reads from an answer what it says of its outcome, with none of the SDK's own code.</summary>
internal static partial class StatedOutcomes
{
    /// <summary>A number that is longer than Newtonsoft reads when it is not told the type is still JSON.</summary>
    [GeneratedRegex(@"\d{300,}")]
    private static partial Regex LongNumber { get; }

    /// <summary>Every outcome that the root states, under any case of its name beside its own; <see langword="null"/> when the body is no JSON.</summary>
    public static IReadOnlyList<string>? Of(WireAnswer answer)
    {
        using var text = new StreamReader(new MemoryStream(Unpacked(answer)), DeclaredEncoding(answer.ContentType), detectEncodingFromByteOrderMarks: true);
        using var reader = new JsonTextReader(new StringReader(LongNumber.Replace(WithoutMark(text.ReadToEnd()), "9999999999999"))) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        var outcomes = new List<string>();
        var isNamed = false;
        try
        {
            while (reader.Read())
            {
                if (reader.Depth == 1 && reader.TokenType == JsonToken.PropertyName && string.Equals((string)reader.Value!, "statusCode", StringComparison.OrdinalIgnoreCase))
                {
                    var isExact = (string)reader.Value! == "statusCode";
                    reader.Read();
                    var outcome = reader.Value is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture)! : reader.TokenType == JsonToken.Null ? string.Empty : "no number";
                    isNamed |= isExact && int.TryParse(outcome, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
                    outcomes.Add(outcome);
                }
            }

            // Neither null, nor an empty text, nor the 0 that stands for "not set" says anything; nor does another case of the name alone.
            return [.. outcomes.Where(outcome => isNamed && outcome is not ("" or "0"))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The platform skips the byte order marks of Unicode; GB18030 has one too.</summary>
    private static string WithoutMark(string text) => text.StartsWith('\uFEFF') ? text[1..] : text;

    private static Encoding DeclaredEncoding(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.CharSet is { Length: > 0 } charset && charset != "nonsense"
            ? CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset)
            : Encoding.UTF8;

    /// <summary>What is not compressed as it says, or in no way that the SDK asked for, is taken as it is.</summary>
    private static byte[] Unpacked(WireAnswer answer)
    {
        if (answer.ContentEncoding?.ToUpperInvariant() is not ("GZIP" or "X-GZIP" or "BR"))
        {
            return answer.Body;
        }

        using var packed = new MemoryStream(answer.Body);
        using Stream unpacking = answer.ContentEncoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var body = new MemoryStream();
        try
        {
            unpacking.CopyTo(body);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return answer.Body;
        }

        return body.ToArray();
    }
}
