using GenAuth.Pipeline;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>An address that is too long for some platforms is refused on all of them.</summary>
public sealed class LongAddressTests
{
    [Fact]
    public async Task Address_of_the_greatest_length_is_sent_and_a_longer_one_is_refused_with_the_limit()
    {
        using var handler = new StubHandler();
        var client = Clients.Create(handler);
        var room = ApiRequest.MaxAddressLength - "https://example.genauth.ai/api?q=".Length;

        await client.SendAsync<JObject>(HttpMethod.Get, "/api", [new("q", new string('x', room))]);
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync<JObject>(HttpMethod.Get, "/api", [new("q", new string('x', room + 1))]));

        Assert.Equal(ApiRequest.MaxAddressLength, handler.Only.Uri.AbsoluteUri.Length);
        Assert.StartsWith("The address of GET /api has 65520 characters with its query; the limit is 65519.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_in_a_query_that_becomes_too_long_is_refused_before_anything_is_sent()
    {
        using var handler = new StubHandler();

        await Assert.ThrowsAsync<ArgumentException>(() => ManagementClients.Create(handler).SendAsync<JObject>(
            HttpMethod.Get, "/api/v3/get-user-batch", Enumerable.Range(0, 10_000).Select(number => new KeyValuePair<string, string?>("userIds[]", $"{number}"))));

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public void Redirect_to_a_longer_address_is_not_followed()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.Redirect);
        response.Headers.TryAddWithoutValidation("Location", "/" + new string('x', ApiRequest.MaxAddressLength));

        Assert.Null(RedirectPolicy.Follow(new ApiRequest("op", HttpMethod.Get, "/"), new Uri("https://example.genauth.ai/"), response, new Uri("https://example.genauth.ai")));
    }
}
