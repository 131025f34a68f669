using System.Text;
using GenAuth.Http;
using GenAuth.Management;
using GenAuth.Tests.Shared;

namespace GenAuth.Tests.Management;

public sealed class SignedTextTests
{
    public static TheoryData<string> Vectors => [.. SignatureVector.All.Select(vector => vector.ToString())];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Text_and_signature_are_those_of_another_implementation(string title)
    {
        var vector = SignatureVector.All.Single(vector => vector.ToString() == title);
        var query = new QueryString();
        foreach (var parameter in vector.Query)
        {
            query.Add(parameter.Key, parameter.Value);
        }

        var headers = new Dictionary<string, string>
        {
            [vector.Prefix + "signature-version"] = "1.0",
            [vector.Prefix + "signature-nonce"] = SignatureVector.Nonce,
            [vector.Prefix + "signature-method"] = "HMAC-SHA1",
            ["Date"] = SignatureVector.DateText,
        };
        var all = headers.Concat(vector.Headers.Select(header => KeyValuePair.Create(vector.Prefix + header.Key, header.Value)));
        var text = new SignedText(
            vector.Method,
            CanonicalHeaders.Of(all.Select(header => KeyValuePair.Create<string, IEnumerable<string>>(header.Key, [header.Value])), vector.Prefix),
            CanonicalResource.Of(vector.Method, vector.Path, query, vector.Body is null ? null : Encoding.UTF8.GetBytes(vector.Body)));

        Assert.Equal(vector.Text, text.ToString());
        Assert.Equal(
            vector.Signature,
            new SigningKey(SignatureVector.AccessKeyId, SignatureVector.AccessKeySecret, vector.Edition).Sign(text.ToString()));
    }

    [Fact]
    public void Headers_are_those_of_the_edition_and_the_date_by_lower_case_name_in_ordinal_order()
    {
        KeyValuePair<string, IEnumerable<string>>[] headers =
        [
            new("X-GenAuth-b", ["2"]), new("x-genauth-B-c", ["3"]), new("DATE", ["now"]), new("x-genauth-a", ["1", "2"]),
            new("x-authing-a", ["no"]), new("Accept", ["no"]), new("Authorization", ["no"]), new("x-genauthor", ["no"]),
        ];

        Assert.Equal(
            ["date:now", "x-genauth-a:1, 2", "x-genauth-b:2", "x-genauth-b-c:3"],
            CanonicalHeaders.Of(headers, "x-genauth-").Select(header => $"{header.Key}:{header.Value}"));
    }

    [Fact]
    public void Blanks_in_a_header_are_normalised() => Assert.Equal(
        "a b  c d",
        Assert.Single(CanonicalHeaders.Of([new("date", [" \ta\tb\r\nc\fd\n "])], "x-genauth-")).Value);
}
