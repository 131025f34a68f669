using System.Text;
using CsCheck;
using GenAuth.Http;
using GenAuth.Json;
using GenAuth.Management;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

public sealed class CanonicalResourceProperties
{
    private const string Path = "/api/v3/update-user";

    [Fact]
    public void A_body_becomes_what_JavaScript_makes_of_it_however_it_is_spelt() => AnyScript.Body.Sample(
        body => Assert.Equal(
            JavaScript.Resource(Path, body.Value),
            CanonicalResource.Of("POST", Path, new QueryString(), new Utf8Json(Encoding.UTF8.GetBytes(body.Json)))),
        iter: 3_000,
        print: body => body.Json);

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_culture_of_the_machine_changes_nothing(string culture) => AnyScript.Body.Sample(
        body =>
        {
            var expected = JavaScript.Resource(Path, body.Value);
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, CanonicalResource.Of("POST", Path, new QueryString(), new Utf8Json(Encoding.UTF8.GetBytes(body.Json))));
        },
        iter: 200,
        print: body => body.Json);

    [Fact]
    public void Bytes_of_any_kind_are_no_reason_to_fail() => Gen.OneOf(Gen.Byte, Gen.Byte[(byte)' ', (byte)'}']).Array[0, 40].Sample(
        bytes => CanonicalResource.Of("POST", Path, new QueryString(), new Utf8Json(bytes)).StartsWith(Path, StringComparison.Ordinal),
        iter: 2_000);
}
