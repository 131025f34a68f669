using CsCheck;
using GenAuth.AspNetCore.Account;

namespace GenAuth.AspNetCore.Tests.Account;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/page")]
    [InlineData("/page?x=1&y=%20z#part")]
    [InlineData("/a/b/../c")]
    [InlineData("/search?next=https://other.example/")]
    [InlineData("/%C3%A4")]
    [InlineData("/ä")]
    public void Local_address_is_local(string url) => Assert.True(LocalUrl.IsLocal(url));

    /// <summary>Whatever is called local leads to this app when a browser resolves it, also one that drops control characters and takes a backslash for a slash.</summary>
    [Fact]
    public void Address_that_is_called_local_never_leads_to_another_host() =>
        Gen.Char["/\\:@.?#%2fF5cC09aexample \t\r\n\u00a0"].Array[0, 12].Select(characters => "/" + new string(characters)).Sample(
            url =>
            {
                var browser = new string([.. url.Where(character => character is not ('\t' or '\r' or '\n'))]).Trim().Replace('\\', '/');
                return !LocalUrl.IsLocal(url) || (!browser.StartsWith("//", StringComparison.Ordinal) && new Uri(new Uri("https://app.example/"), browser).Host == "app.example");
            },
            iter: 100_000);
}
