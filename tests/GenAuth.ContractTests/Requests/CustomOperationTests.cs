using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Requests;

public sealed class CustomOperationTests : ContractTest
{
    private const string Path = "/api/v3/of-tomorrow";

    private static readonly KeyValuePair<string, string?>[] Query = [new("a b", "c&d"), new("left-out", null), new("list[]", "1"), new("list[]", "2")];

    [Fact]
    [Stub("broken/plain-bodies#another operation")]
    public async Task Custom_operation_sends_verb_path_query_and_body_as_given()
    {
        var service = Serve();
        var response = await service.Client().WithAccessToken("eyJ.user").SendAsync<JObject>(HttpMethod.Put, Path, Query, new { note = "é", left_out = (string?)null });

        Assert.Equal("PUT", service.Request.Method);
        Assert.Equal(Path, service.Request.Path);
        Assert.Equal("?a%20b=c%26d&list%5B%5D=1&list%5B%5D=2", service.Request.RawQuery);
        Assert.Equal("""{"note":"é","left_out":null}""", service.Request.BodySent());
        Assert.Equal("Bearer eyJ.user", service.Request.HeaderSent("Authorization"));
        Assert.Equal("a", (string?)response["data"]?["list"]?[0]);
    }

    [Fact]
    [Stub("broken/plain-bodies#an operation without a body")]
    public async Task Custom_operation_without_a_body_sends_only_a_content_length_of_zero()
    {
        var service = Serve();
        await service.Client().SendAsync<JObject>(HttpMethod.Delete, Path + "/a%20b");

        Assert.Equal("DELETE", service.Request.Method);
        Assert.Equal(Path + "/a b", service.Request.Path);
        var header = Assert.Single(service.Request.Headers!, header => header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(("Content-Length", "0"), (header.Key, header.Value.ToString()));
    }

    [Fact]
    [Stub("broken/plain-bodies#an object without an envelope")]
    public async Task A_plain_object_is_returned_as_it_is()
    {
        var keys = await Serve().Client().SendAsync<JObject>(HttpMethod.Get, "/api/v3/get-alipay-authinfo");
        Assert.Equal("2024-01-02T03:04:05Z", (string?)keys["keys"]?[0]?["exp"]);
    }

    [Fact]
    [Stub("broken/plain-bodies#a list")]
    public async Task A_plain_list_is_returned_as_it_is()
    {
        var list = await Serve().Client().SendAsync<JArray>(HttpMethod.Get, "/api/v3/get-alipay-authinfo");
        Assert.Equal("a", (string?)list[0]["kid"]);
    }

    [Fact]
    [Stub("broken/plain-bodies#an error of another operation")]
    public async Task Error_is_an_exception_for_every_result_type_and_names_verb_and_path()
    {
        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => Serve().Client().SendAsync<JObject>(HttpMethod.Put, Path));
        Assert.Equal("PUT /api/v3/of-tomorrow", exception.Operation);
        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Documented_operation_can_be_called_as_a_custom_one()
    {
        var response = await Serve().Client().SendAsync<GetAlipayAuthInfoRespDto>(
            HttpMethod.Get, "/api/v3/get-alipay-authinfo", [new("extIdpConnidentifier", TestClient.Connection)]);
        Assert.StartsWith("apiname=", response.Data.AuthInfo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example.com/api")]
    [InlineData("//elsewhere.example.com/api")]
    [InlineData(@"/\elsewhere.example.com/api")]
    [InlineData("api/v3")]
    [InlineData("/api?token=a")]
    [InlineData("/api#a")]
    [InlineData(" ")]
    public async Task Path_to_another_host_is_refused_before_anything_is_sent(string path)
    {
        var service = Serve();
        await Assert.ThrowsAsync<ArgumentException>(() => service.Client().SendAsync<JObject>(HttpMethod.Get, path));
        Assert.Empty(service.Requests);
    }
}
