using System.Globalization;
using CsCheck;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Http;

public sealed class QueryStringProperties
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["aZ09 =&%+/?#[]:;@\\\"'<>\r\n\t中é€\u0000"], 0, 20],
        Gen.String[Gen.Char['\u0000', '\uD7FF'], 0, 20]);

    [Fact]
    public void The_written_query_gives_back_names_and_values() => Gen.Select(Text, Text).Array[0, 8].Sample(
        pairs =>
        {
            var query = new QueryString();
            foreach (var (name, value) in pairs)
            {
                query.Add(name, value);
            }

            Assert.Equal(pairs, Decode(query));
        },
        iter: 2_000);

    [Fact]
    public void The_written_query_holds_nothing_but_ascii_that_needs_no_encoding() => Gen.Select(Text, Text).Sample(
        (name, value) =>
        {
            var query = new QueryString();
            query.Add(name, value);

            Assert.Matches("^[?][A-Za-z0-9._~%=-]*$", query.ToString());
        },
        iter: 2_000);

    [Fact]
    public void Numbers_round_trip() => Gen.Select(Gen.Long, Gen.Double.Where(double.IsFinite)).Sample(
        (whole, fraction) =>
        {
            var query = new QueryString();
            query.Add("whole", whole);
            query.Add("fraction", fraction);

            var values = Decode(query).ToDictionary(pair => pair.Name, pair => pair.Value);
            Assert.Equal(whole, long.Parse(values["whole"], CultureInfo.InvariantCulture));
            Assert.Equal(fraction, double.Parse(values["fraction"], CultureInfo.InvariantCulture));
        },
        iter: 2_000);

    /// <summary>Parses the address with <see cref="Uri"/>, as a request does.</summary>
    private static (string Name, string Value)[] Decode(QueryString query)
    {
        var written = new Uri(new Uri("https://example.genauth.ai"), "/path" + query).Query;
        return written.Length == 0 ? [] : [.. written[1..].Split('&').Select(pair => pair.Split('=')).Select(pair =>
            (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];
    }
}
