using System.IO.Compression;
using System.Text;
using CsCheck;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>Random faults of a response.</summary>
internal static class Mutations
{
    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.OneOf("200", "403", "0", "-1", "500", "200.0", "2e2", "1e400", "-1e400", "1e-400", "NaN", "Infinity", "2147483648", "9223372036854775808", "200.5", "0200", "0xC8"),
        Gen.Int[20, 2_000].Select(digits => new string('9', digits)),
        Gen.Int.Select(number => $"{number}"));

    private static readonly Gen<string> Deep = Gen.Select(Gen.Int[10, 3_000], Gen.OneOf("[", "{\"a\":"), Gen.Bool)
        .Select((depth, open, closed) => string.Concat(Enumerable.Repeat(open, depth)) + (closed ? "1" + new string(open[0] == '[' ? ']' : '}', depth) : string.Empty));

    private static readonly Gen<string> OtherValue = Gen.Frequency(
        (3, AnyJson.Value.Select(AnyJson.Write)), (3, Number), (1, Deep), (1, Gen.OneOf("null", "true", "\"200\"", "\"\"", "undefined", "'x'", "new Date(1)")));

    private static readonly Gen<string> MemberName = Gen.OneOf("statusCode", "statusCode", "STATUSCODE", "statuscode", "status\\u0043ode", "apiCode", "message", "data", "data", "requestId", "code", "error");

    private static readonly Gen<byte[]> OddBytes = Gen.OneOf(
        Gen.OneOf<byte[]>([0], [0, 0, 0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8], [0xEF, 0xBB, 0xBF], [0x1F, 0x8B], [(byte)'"'], [(byte)'}'], [(byte)'/', (byte)'*']),
        Gen.Byte.Array[1, 4]);

    private static readonly Encoding[] Encodings =
    [
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        new UTF32Encoding(bigEndian: false, byteOrderMark: true), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, Encoding.Latin1,
    ];

    private static readonly (string Name, Gen<Func<WireResponse, WireResponse>> Gen)[] Kinds =
    [
        ("cut off", Place.Select(where => Bytes(body => body[..At(body, where)]))),
        ("a member's value replaced", Gen.Select(Place, OtherValue).Select((where, value) => Text(text => ReplaceValue(text, where, value)))),
        ("a member added", Gen.Select(MemberName, OtherValue, Gen.Bool).Select((name, value, first) => Text(text => AddMember(text, $"\"{name}\":{value}", first)))),
        ("odd bytes", Gen.Select(Place, OddBytes).Select((where, odd) => Bytes(body => [.. body[..At(body, where)], .. odd, .. body[At(body, where)..]]))),
        ("a byte replaced", Gen.Select(Place, Gen.Byte).Select((where, value) => Bytes(body => [.. body[..At(body, where)], value, .. body[Math.Min(body.Length, At(body, where) + 1)..]]))),
        ("a part lost", Gen.Select(Place, Gen.Int[1, 60]).Select((where, length) => Bytes(body => [.. body[..At(body, where)], .. body[Math.Min(body.Length, At(body, where) + length)..]]))),
        ("a part twice", Gen.Select(Place, Gen.Int[1, 60]).Select((where, length) => Bytes(body => [.. body[..Math.Min(body.Length, At(body, where) + length)], .. body[At(body, where)..]]))),
        ("another encoding", Gen.Select(Gen.OneOf(Encodings), Gen.Bool, Gen.Bool).Select((encoding, marked, declared) => (Func<WireResponse, WireResponse>)(response => response with
        {
            Body = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(response.Text)],
            ContentType = declared ? $"application/json; charset={encoding.WebName}" : response.ContentType,
        }))),
        ("another type", Gen.OneOf<string?>("text/html", "text/plain; charset=gb18030", "application/octet-stream", ";;;", "application/json; charset=nonsense", null)
            .Select(type => (Func<WireResponse, WireResponse>)(response => response with { ContentType = type }))),
        ("no json", Gen.OneOf("<html><body>hunter2</body></html>", "", "   ", "hunter2", "null", "200", "[]", "\"hunter2\"", "[{\"statusCode\":200}]", "{}", "{\"statusCode\":200}{\"statusCode\":403}", "\uFEFF")
            .Select(body => (Func<WireResponse, WireResponse>)(response => response.WithText(body)))),
        ("compressed", Gen.Select(Gen.OneOf("gzip", "x-gzip", "br", "deflate", "zstd", "GZIP", "gzip, gzip"), Gen.Bool, Place).Select((name, really, where) => (Func<WireResponse, WireResponse>)(response => response with
        {
            Body = really ? Damage(Pack(name, response.Body), where) : response.Body,
            ContentEncoding = name,
        }))),
        ("another status", Gen.OneOf(200, 201, 204, 206, 301, 302, 400, 401, 403, 404, 429, 500, 502, 503).Select(status => (Func<WireResponse, WireResponse>)(response => response with { Status = status }))),
    ];

    private static Gen<double> Place => Gen.Double[0, 1];

    /// <summary>One to three mutations in sequence.</summary>
    public static Gen<(string Names, Func<WireResponse, WireResponse> Change)> Any { get; } =
        Gen.OneOf([.. Kinds.Select(kind => kind.Gen.Select(change => (kind.Name, Change: change)))]).Array[1, 3]
            .Select(changes => (string.Join(", ", changes.Select(change => change.Name)), (Func<WireResponse, WireResponse>)(response => changes.Aggregate(response, (changed, change) => change.Change(changed)))));

    private static Func<WireResponse, WireResponse> Bytes(Func<byte[], byte[]> change) => response => response with { Body = change(response.Body) };

    private static Func<WireResponse, WireResponse> Text(Func<string, string> change) => response => response.WithText(change(response.Text));

    private static int At(byte[] body, double place) => (int)(place * body.Length);

    private static string AddMember(string text, string member, bool first) => first
        ? text.Length > 0 ? text[..1] + member + "," + text[1..] : member
        : text.Length > 0 ? text[..^1] + "," + member + text[^1..] : member;

    /// <summary>The value is inserted as text, because it may be invalid JSON.</summary>
    private static string ReplaceValue(string text, double place, string value)
    {
        try
        {
            var root = Contract.Parse(text);
            var values = (root as JContainer)?.Descendants().Where(token => token.Parent is JProperty).ToList() ?? [];
            if (values.Count == 0)
            {
                return value;
            }

            values[(int)(place * values.Count) % values.Count].Replace(new JRaw(value));
            return root.ToString(Formatting.None);
        }
        catch (JsonException)
        {
            return text + value;
        }
    }

    /// <summary>Damages some of the compressed bodies.</summary>
    private static byte[] Damage(byte[] packed, double place) => place switch
    {
        < 0.7 => packed,
        < 0.85 => packed[..At(packed, (place - 0.7) / 0.15)],
        _ => [.. packed.Select((value, index) => index == At(packed, (place - 0.85) / 0.15) ? (byte)~value : value)],
    };

    private static byte[] Pack(string name, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packing = name == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(body);
        }

        return packed.ToArray();
    }
}
