using System.Text;
using CsCheck;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

/// <summary>A body is read in the encoding that it declares.</summary>
public sealed class BodyCharsetTests
{
    /// <summary>Encodings with texts that they can represent.</summary>
    public static TheoryData<string, string> Charsets => new()
    {
        { "gbk", "支付宝 é" },
        { "GB2312", "支付宝" },
        { "gb18030", "支付宝 😀" },
        { "big5", "繁體" },
        { "shift_jis", "ログイン" },
        { "iso-8859-1", "é ÿ" },
        { "latin1", "é ÿ" },
        { "windows-1252", "€ é" },
        { "utf-16", "支付宝 😀" },
        { "utf-16BE", "支付宝 😀" },
        { "utf-32", "支付宝 😀" },
        { "utf-8", "支付宝 😀" },
        { "UTF8", "支付宝 😀" },
        { "us-ascii", "abc" },
    };

    [Theory]
    [MemberData(nameof(Charsets))]
    public async Task A_body_is_read_in_its_declared_charset(string charset, string text)
    {
        var encoding = charset == "UTF8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        foreach (var type in new[] { $"application/json; charset={charset}", $"application/json;Charset=\"{charset}\" ; x=y" })
        {
            Assert.Equal(text, await AuthInfoAsync(encoding.GetBytes(Body(text)), type));
            Assert.Equal(text, (await GetExceptionAsync(encoding.GetBytes($$"""{"statusCode":403,"message":"{{text}}"}"""), type)).ServiceMessage);
        }
    }

    [Fact]
    public async Task A_body_of_any_length_is_read_in_its_declared_charset() => await Gen.Select(Gen.String[Gen.Char["a支é宝"], 1, 20], Gen.Int[1, 4_000], Gen.OneOf("gbk", "utf-16", "gb18030")).SampleAsync(
        async (part, count, charset) =>
        {
            var text = new StringBuilder().Insert(0, part, count).ToString();
            var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);

            Assert.Equal(text, await AuthInfoAsync(encoding.GetBytes(Body(text)), $"application/json; charset={charset}"));
        },
        iter: 100);

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    [InlineData("utf-8")]
    public async Task Byte_order_mark_takes_precedence_over_the_declared_charset(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        Assert.Equal("支付宝", await AuthInfoAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Body("支付宝"))], "application/json; charset=gbk"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("utf-7")]
    [InlineData("x\u202Ey")]
    public async Task An_unknown_charset_is_an_error_that_names_it(string charset)
    {
        var type = $"application/json; charset={charset}";
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => AuthInfoAsync(Encoding.ASCII.GetBytes(Body("a")), type));

        Assert.Equal(GenAuthResponseProblem.UnknownCharset, exception.Problem);
        Assert.EndsWith(
            $": the body is declared in the charset \"{charset.Replace("\u202E", "\\u202e", StringComparison.Ordinal)}\", which this platform does not support. Check the proxies and gateways between this program and the service.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(";;;")]
    [InlineData("application/json; charset=")]
    [InlineData("application/json; x=charset")]
    public async Task A_content_type_without_a_charset_means_utf_8(string type) => Assert.Equal("支付宝", await AuthInfoAsync(Encoding.UTF8.GetBytes(Body("支付宝")), type));

    [Fact]
    public async Task The_first_charset_counts_whatever_the_content_type_ends_with() => Assert.Equal(
        "支付宝", await AuthInfoAsync(CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes(Body("支付宝")), "application/json; charset=gbk; x=\"charset=utf-8\"; charset=utf-8"));

    [Fact]
    public async Task The_preview_of_a_body_is_in_its_declared_charset()
    {
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() =>
            AuthInfoAsync(CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("<html>支付宝"), "text/html; charset=gbk"));

        Assert.Equal("<html>支付宝", exception.BodyPreview);
    }

    private static string Body(string text) => """{"statusCode":200,"message":"m","data":{"authInfo":"@"}}""".Replace("@", text, StringComparison.Ordinal);

    private static async Task<string> AuthInfoAsync(byte[] body, string contentType)
    {
        using var service = new Service(_ =>
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            return Task.FromResult(new HttpResponseMessage { Content = content });
        });
        return (await new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("c")).Data.AuthInfo;
    }

    private static Task<GenAuthForbiddenException> GetExceptionAsync(byte[] body, string contentType) =>
        Assert.ThrowsAsync<GenAuthForbiddenException>(() => AuthInfoAsync(body, contentType));
}
