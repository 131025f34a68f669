using System.Text;
using GenAuth.Authorization.Signature;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Tests.Shared;

namespace GenAuth.Tests.Management;

public sealed class SignedTextTests
{
    public static TheoryData<string> Vectors => [.. SignatureVector.All.Select(vector => vector.ToString())];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Text_and_signature_equal_those_of_the_reference_implementation(string title)
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
        using var message = new HttpRequestMessage();
        foreach (var header in headers.Concat(vector.Headers.Select(header => KeyValuePair.Create(vector.Prefix + header.Key, header.Value))))
        {
            Assert.True(message.Headers.TryAddWithoutValidation(header.Key, header.Value));
        }

        var text = new SignedText(
            vector.Method,
            CanonicalHeaders.Create(message.Headers, vector.Prefix),
            vector.Path,
            CanonicalParameters.Create(vector.Method, query, vector.Body is null ? null : new Utf8Json(Encoding.UTF8.GetBytes(vector.Body))));

        Assert.Equal(vector.Text, text.ToString());
        Assert.Equal(
            vector.Signature,
            new SigningKey(SignatureVector.AccessKeyId, SignatureVector.AccessKeySecret, vector.Edition).Sign(text));
    }

    [Fact]
    public void Headers_are_those_of_the_edition_and_the_date_by_lower_case_name_in_ordinal_order()
    {
        using var message = new HttpRequestMessage();
        foreach (var name in (string[])["X-GenAuth-b", "x-genauth-B-c", "DATE", "x-genauth-a", "x-authing-a", "Accept", "Authorization", "x-genauthor"])
        {
            message.Headers.TryAddWithoutValidation(name, "of " + name);
        }

        message.Headers.TryAddWithoutValidation("X-GenAuth-A", "2");

        Assert.Equal(
            ["date:of DATE", "x-genauth-a:of x-genauth-a, 2", "x-genauth-b:of X-GenAuth-b", "x-genauth-b-c:of x-genauth-B-c"],
            CanonicalHeaders.Create(message.Headers, "x-genauth-").Select(header => $"{header.Key}:{header.Value}"));
    }

    [Theory]
    [InlineData(" \ta\tb\r\nc\fd\n ", "a b  c d")]
    [InlineData(" a  b ", "a  b")]
    [InlineData("ab", "ab")]
    [InlineData("\t", "")]
    public void Blanks_in_a_header_are_normalised(string value, string normalised) => Assert.Equal(normalised, CanonicalHeaders.Normalise(value));
}
