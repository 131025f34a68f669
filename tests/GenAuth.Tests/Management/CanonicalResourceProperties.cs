using System.Text;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

public sealed class CanonicalResourceProperties
{
    private const string Path = "/api/v3/update-user";

    [Fact]
    public void Body_is_signed_as_JavaScript_writes_it_in_any_spelling() => AnyScript.Body.Sample(AssertAlike, iter: 3_000, print: body => body.Json);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void Signed_text_does_not_depend_on_the_culture(string culture) => AnyScript.Body.Sample(
        body =>
        {
            using var scope = new CultureScope(culture);
            AssertAlike(body);
        },
        iter: 200,
        print: body => body.Json);

    [Fact]
    public void Arbitrary_bytes_do_not_throw() => Gen.OneOf(Gen.Byte, Gen.Byte[(byte)' ', (byte)'}']).Array[0, 40].Sample(
        bytes => SignedBody.Resource("POST", Path, new QueryString(), new Utf8Json(bytes)).StartsWith(Path, StringComparison.Ordinal),
        iter: 2_000);

    private static void AssertAlike(AnyScript body) =>
        Assert.Equal(JavaScript.Resource(Path, WellFormed(body.Value)), SignedBody.Resource("POST", Path, new QueryString(), body.Json));

    /// <summary>Newtonsoft.Json reads half of a surrogate pair as a replacement character, as does an encoder of UTF-8.</summary>
    private static object? WellFormed(object? value) => value switch
    {
        string text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)),
        object?[] items => items.Select(WellFormed).ToArray(),
        IEnumerable<KeyValuePair<string, object?>> members => members.Select(member => KeyValuePair.Create((string)WellFormed(member.Key)!, WellFormed(member.Value))).ToList(),
        _ => value,
    };
}
