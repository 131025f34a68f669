using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

public sealed class QueryEncodingTests : ContractTest
{
    private const string Name = "?extIdpConnidentifier=";

    [Theory]
    [Stub("alipay/authinfo")]
    [InlineData("my alipay", "my%20alipay")]
    [InlineData(" padded ", "%20padded%20")]
    [InlineData("a&b=c", "a%26b%3Dc")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("100%", "100%25")]
    [InlineData("%41", "%2541")]
    [InlineData("a#b", "a%23b")]
    [InlineData("a?b", "a%3Fb")]
    [InlineData("../a/b", "..%2Fa%2Fb")]
    [InlineData(@"a\b", "a%5Cb")]
    [InlineData("a:b;c,d@e", "a%3Ab%3Bc%2Cd%40e")]
    [InlineData("[\"<'{|}'>\"]", "%5B%22%3C%27%7B%7C%7D%27%3E%22%5D")]
    [InlineData("!*()", "%21%2A%28%29")]
    [InlineData("A-Z_0.9", "A-Z_0.9")]
    [InlineData("a\r\nx-genauth-app-id: b", "a%0D%0Ax-genauth-app-id%3A%20b")]
    [InlineData("été", "%C3%A9t%C3%A9")]
    [InlineData("支付宝", "%E6%94%AF%E4%BB%98%E5%AE%9D")]
    [InlineData("🐼", "%F0%9F%90%BC")]
    public async Task A_connection_is_percent_encoded_as_UTF_8(string connection, string encoded)
    {
        var service = Serve();
        await service.Client().GetAlipayAuthInfoAsync(connection);
        Assert.Equal(Name + encoded, service.Request.RawQuery);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Any_connection_is_decoded_by_the_service_to_the_same_text()
    {
        var service = Serve();
        var client = service.Client();
        var sent = new ConcurrentBag<string>();
        var scalar = Gen.OneOf(Gen.Int[1, 0x7F], Gen.Int[0x80, 0xD7FF], Gen.Int[0xE000, 0x10FFFF]).Select(value => new Rune(value).ToString());

        await scalar.Array[1, 40].Select(string.Concat).Where(text => !string.IsNullOrWhiteSpace(text)).SampleAsync(
            async connection =>
            {
                sent.Add(connection);
                await client.GetAlipayAuthInfoAsync(connection);
            },
            iter: 200);

        var received = service.Requests.Select(request => Uri.UnescapeDataString(request.RawQuery![Name.Length..]));
        Assert.Equal(sent.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }
}
