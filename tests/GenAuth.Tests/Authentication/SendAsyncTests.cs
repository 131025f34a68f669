using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Authentication;

public sealed class SendAsyncTests
{
    private const string Path = "/api/v3/get-profile";

    [Fact]
    public async Task An_envelope_can_be_read_as_a_plain_json_object()
    {
        using var handler = new StubHandler("""{"statusCode":200,"data":{"born":"2016-03-14T09:26:53Z"}}""");

        var response = await Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, Path);

        Assert.Equal("2016-03-14T09:26:53Z", (string?)response["data"]!["born"]);
    }

    [Fact]
    public async Task A_plain_json_object_needs_no_envelope()
    {
        using var handler = new StubHandler("""{"keys":[]}""");

        var response = await Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, "/oidc/.well-known/jwks.json");

        Assert.Empty(response["keys"]!);
    }

    [Fact]
    public async Task A_plain_json_array_is_read_as_a_list()
    {
        using var handler = new StubHandler(""" ["a","b"] """);

        Assert.Equal(["a", "b"], await Clients.Create(handler).SendAsync<List<string>>(HttpMethod.Get, Path));
    }

    [Fact]
    public async Task Error_is_an_exception_for_every_result_type()
    {
        using var handler = new StubHandler("""{"statusCode":404,"apiCode":2004}""");

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, Path));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
        Assert.Equal("GET " + Path, exception.Operation);
    }

    [Fact]
    public async Task Envelope_type_of_the_application_is_read()
    {
        using var handler = new StubHandler("""{"statusCode":200,"data":{"nickname":"Kim"}}""");

        var response = await Clients.Create(handler).SendAsync<ProfileRespDto>(HttpMethod.Get, Path);

        Assert.Equal("Kim", (string?)response.Data?["nickname"]);
        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public async Task Envelope_type_requires_an_envelope()
    {
        using var handler = new StubHandler("""{"data":{"nickname":"Kim"}}""");

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler).SendAsync<ProfileRespDto>(HttpMethod.Get, Path));

        Assert.Equal(GenAuthResponseProblem.NoStatusCode, exception.Problem);
    }

    [Fact]
    public async Task Verb_path_query_and_body_are_sent_as_given()
    {
        using var handler = new StubHandler();

        await Clients.Create(handler, options => options.AccessToken = "token").SendAsync<JObject>(
            HttpMethod.Put, "/api/v3/users/a%2Fb", [new("keys[]", "1"), new("keys[]", "2"), new("none", null)], new { Name = "Kim", at = 1.5m });

        Assert.Equal(HttpMethod.Put, handler.Only.Method);
        Assert.Equal("https://example.genauth.ai/api/v3/users/a%2Fb?keys%5B%5D=1&keys%5B%5D=2", handler.Only.Uri.AbsoluteUri);
        Assert.Equal("""{"Name":"Kim","at":1.5}""", handler.Only.Body);
        Assert.Equal("Bearer token", handler.Only.Header("Authorization"));
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "")]
    [InlineData("DELETE", "")]
    public async Task Write_without_a_body_has_an_empty_one_so_that_the_platform_does_not_retry_it(string verb, string? body)
    {
        using var handler = new StubHandler();

        await Clients.Create(handler).SendAsync<JObject>(new HttpMethod(verb), Path);

        Assert.Equal(body, handler.Only.Body);
    }

    private sealed class ProfileRespDto : IApiResponse
    {
        public int StatusCode { get; set; }

        public string? Message { get; set; }

        public ApiCode? ApiCode { get; set; }

        public string? RequestId { get; set; }

        [JsonProperty("data")]
        public JObject? Data { get; set; }
    }
}
