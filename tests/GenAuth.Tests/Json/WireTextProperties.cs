using System.Text;
using CsCheck;
using GenAuth.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>Text is decoded as the platform decodes UTF-8 and as Newtonsoft.Json decodes escapes, without exceptions.</summary>
public sealed class WireTextProperties
{
    /// <summary>Bytes of a JSON text without escapes and control characters, many of them no UTF-8.</summary>
    private static readonly Gen<byte[]> Bytes = Gen.Frequency(
        (4, Gen.OneOf("a", "é", "中", "😀", "😀😀😀", "\uFEFF", "\u2028").Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Byte[0x80, 0xFF].Array[1, 3]),
        (1, Gen.OneOf<byte[]>([0xF0], [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xE4, 0xB8], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5])))
        .Array[0, 80].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    private static readonly Gen<string> Escaped = Gen.Frequency(
        (2, Gen.OneOf("a", "é", "中", "😀", "/")),
        (2, Gen.OneOf("\\n", "\\t", "\\r", "\\b", "\\f", "\\/", "\\\\", "\\\"")),
        (2, Gen.OneOf("\\ud83d", "\\uDE00", "\\ud83d\\ude00", "\\uD800", "\\udfff", "\\u0000", "\\u00e9", "\\uFFFD", "\\u004A")))
        .Array[0, 120].Select(string.Concat);

    [Fact]
    public void Bytes_of_a_text_are_decoded_as_the_platform_decodes_them() => Bytes.Sample(
        bytes => Assert.Equal(Encoding.UTF8.GetString(bytes), Read([(byte)'"', .. bytes, (byte)'"'])),
        iter: 10_000,
        print: Convert.ToHexString);

    [Fact]
    public void Bytes_beside_an_escape_are_decoded_as_the_platform_decodes_them() => Bytes.Sample(
        bytes => Assert.Equal("\n" + Encoding.UTF8.GetString(bytes) + "\t", Read([(byte)'"', (byte)'\\', (byte)'n', .. bytes, (byte)'\\', (byte)'t', (byte)'"'])),
        iter: 10_000,
        print: Convert.ToHexString);

    [Fact]
    public void Escapes_are_decoded_as_Newtonsoft_decodes_them() => Escaped.Sample(
        text => Assert.Equal(JsonConvert.DeserializeObject<string>($"\"{text}\""), Read(Encoding.UTF8.GetBytes($"\"{text}\""))),
        iter: 10_000);

    [Fact]
    public void An_escaped_name_is_the_same_name() =>
        Assert.Equal("x", GenAuthJson.Read<GenAuth.Models.TreeStructs>("""{"n\u0061\u006de":"x"}""")!.Name);

    [Theory]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"\u0001\"")]
    [InlineData("'a'")]
    [InlineData("\"a")]
    public void A_text_that_is_no_JSON_is_a_json_error(string json) => Assert.ThrowsAny<JsonException>(() => GenAuthJson.Read<JToken>(json));

    private static string? Read(byte[] json) => (string?)GenAuthJson.Read<JToken>(json);
}
