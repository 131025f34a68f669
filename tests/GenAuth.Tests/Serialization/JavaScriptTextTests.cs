using System.Text;
using CsCheck;
using GenAuth.Serialization;
using GenAuth.Tests.Shared;

namespace GenAuth.Tests.Serialization;

public sealed class JavaScriptTextTests
{
    [Fact]
    public void Each_code_unit_is_written_as_JavaScript_does_alone_and_between_others()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            AssertAlike(((char)code).ToString());
            AssertAlike($"a{(char)code}中");
        }
    }

    [Fact]
    public void Surrogate_pair_is_written_as_it_is() => Assert.Equal("\"\ud83d\ude00\"", Write("\ud83d\ude00"));

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_a_replacement_character()
    {
        Assert.Equal("\"\ufffd\"", Write("\ud83d"));
        Assert.Equal("\"\ufffd\"", Write("\ude00"));
        Assert.Equal("\"\ufffd\ufffd\"", Write("\ude00\ud83d"));
        Assert.Equal("\"\ufffd\ud83d\ude00\"", Write("\ud83d\ud83d\ude00"));
    }

    [Fact]
    public void Any_text_is_written_as_JavaScript_does() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["a\"\\\n\u0001\u007f\u2028"], Gen.Char['\ud800', '\udfff']), 0, 40].Sample(AssertAlike, iter: 10_000);

    private static void AssertAlike(string text) =>
        Assert.Equal(JavaScript.Stringify(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))), Write(text));

    private static string Write(string text)
    {
        using var json = new PooledBytes();
        JavaScriptText.Append(json, text);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(json.Span);
    }
}
