using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>Reads the outcomes of a response without code of the SDK.</summary>
internal static partial class StatedOutcomes
{
    /// <summary>A number that is too long for Newtonsoft's untyped reading is still JSON.</summary>
    [GeneratedRegex(@"\d{300,}")]
    private static partial Regex LongNumber { get; }

    /// <summary>Every statusCode at the root, in any case of its name; <see langword="null"/> when the body is not JSON.</summary>
    public static IReadOnlyList<string>? Read(WireResponse response)
    {
        using var text = new StreamReader(new MemoryStream(Unpacked(response)), DeclaredEncoding(response.ContentType), detectEncodingFromByteOrderMarks: true);
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

            // Null, an empty text and 0 ("not set") are no outcome; nor is another case of the name alone.
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

    /// <summary>A body that is not compressed, or by an unsupported method, is used unchanged.</summary>
    private static byte[] Unpacked(WireResponse response)
    {
        if (response.ContentEncoding?.ToUpperInvariant() is not ("GZIP" or "X-GZIP" or "BR"))
        {
            return response.Body;
        }

        using var packed = new MemoryStream(response.Body);
        using Stream unpacking = response.ContentEncoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var body = new MemoryStream();
        try
        {
            unpacking.CopyTo(body);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return response.Body;
        }

        return body.ToArray();
    }
}
