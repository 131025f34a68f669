using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Settings;

namespace GenAuth.Tests.Http;

/// <summary>An address is composed as one text, which must equal what <see cref="Uri"/> creates from host and path.</summary>
public sealed class AddressProperties
{
    private static readonly Gen<Uri> Host = Gen.OneOf(
            "https://example.genauth.ai", "http://localhost:5000", "https://127.0.0.1:8443", "https://[::1]:8443", "https://münchen.example",
            "HTTPS://EXAMPLE.genauth.ai:443", "http://example.genauth.ai:80")
        .Select(text => ServiceEndpoint.Parse(text, allowInsecureHttp: true, "AppHost", out _)!);

    private static readonly Gen<string> Path = Gen.OneOf(
        Gen.OneOf("", ".", "..", "/", "/..", "/./", "%2e%2E", "%2F", "%7E", "%41", "a:b@c", ";", "中", "é", "\U0001F600", "\u202E", " ", "\u3000", "\u00A0", "\u2028", "|", "{x}", "[1]", "^", "~", "+", "%", "%zz", "a")
            .Array[0, 8].Select(string.Concat),
        Gen.String[Gen.Char['\u0020', '\uD7FF'], 0, 30]).Select(text => "/" + text);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["aZ09 =&%+/?#[]:;@.~\\\"'<>\r\n\t中é€\u0000"], 0, 20],
        Gen.String[Gen.Char['\u0000', '\uD7FF'], 0, 200]);

    [Fact]
    public void Address_is_composed_of_host_path_and_query() => Gen.Select(Host, Path, Gen.Select(Text, Text).Array[0, 6]).Sample(
        (host, path, pairs) =>
        {
            ApiRequest request;
            try
            {
                request = CustomRequest.Create(HttpMethod.Get, path, pairs.Select(pair => new KeyValuePair<string, string?>(pair.Item1, pair.Item2)), null);
            }
            catch (ArgumentException)
            {
                return;
            }

            var query = string.Concat(pairs.Select((pair, index) =>
                (index == 0 ? "?" : "&") + Uri.EscapeDataString(pair.Item1) + "=" + Uri.EscapeDataString(pair.Item2)));
            var expected = new Uri(host, path + query);

            var address = request.GetUri(host.GetLeftPart(UriPartial.Authority));

            Assert.Equal(expected, address);
            Assert.Equal(expected.AbsoluteUri, address.AbsoluteUri);
            Assert.Equal(expected.PathAndQuery, address.PathAndQuery);
            Assert.Equal(expected.IdnHost, address.IdnHost);
        },
        iter: 10_000);

    [Fact]
    public void Address_longer_than_its_initial_buffer_is_composed() => Gen.Int[0, 3_000].Sample(
        length =>
        {
            var request = new ApiRequest("op", HttpMethod.Get, "/path");
            request.Query.Add("first", new string('a', length));
            request.Query.Add("second", new string('b', length));

            Assert.Equal(
                $"https://example.genauth.ai/path?first={new string('a', length)}&second={new string('b', length)}",
                request.GetUri("https://example.genauth.ai").AbsoluteUri);
        },
        iter: 500);
}
