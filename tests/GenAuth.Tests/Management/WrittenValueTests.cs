using System.Text;
using GenAuth.Json;
using GenAuth.Management;

namespace GenAuth.Tests.Management;

/// <summary>One member's value, taken out of the bytes around it.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\"", "a")]
    [InlineData("\" 中 😀 ~\"", " 中 😀 ~")]
    [InlineData("\"a\\\"b\\\\\"", "a\"b\\")]
    [InlineData("\"\\u4e2d\"", "中")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", "null")]
    [InlineData("0", "0")]
    [InlineData("-7", "-7")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1.0", "1")]
    [InlineData("{\"b\":1,\"a\":\"x\"}", "{\"b\":1,\"a\":\"x\"}")]
    [InlineData("[ \"a\" , 1 ]", "[\"a\",1]")]
    public void It_is_what_JavaScript_has_after_parsing(string json, string text) => Assert.Equal(text, Read(json));

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("\"a")]
    [InlineData("a\"")]
    [InlineData("\"a\"b\"")]
    [InlineData("\"a\tb\"")]
    [InlineData("\"a\\\"")]
    [InlineData("tru")]
    [InlineData("truefalse")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("'a'")]
    public void Anything_else_is_nothing(string json) => Assert.Null(Read(json));

    // What stands beside it must not come in.
    private static string? Read(string json)
    {
        var before = Encoding.UTF8.GetBytes("{\"before\":1,\"a\":");
        var value = Encoding.UTF8.GetBytes(json);
        return WrittenValue.Read([.. before, .. value, .. "\"}9"u8], new MemberPlace("a", before.Length, value.Length))?.ToText();
    }
}
