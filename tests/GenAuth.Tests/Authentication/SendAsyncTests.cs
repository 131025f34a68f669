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

        var answer = await Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, Path);

        Assert.Equal("2016-03-14T09:26:53Z", (string?)answer["data"]!["born"]);
    }

    [Fact]
    public async Task A_plain_json_object_needs_no_envelope()
    {
        using var handler = new StubHandler("""{"keys":[]}""");

        var answer = await Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, "/oidc/.well-known/jwks.json");

        Assert.Empty(answer["keys"]!);
    }

    [Fact]
    public async Task A_plain_json_array_is_read_as_a_list()
    {
        using var handler = new StubHandler(""" ["a","b"] """);

        Assert.Equal(["a", "b"], await Clients.Create(handler).SendAsync<List<string>>(HttpMethod.Get, Path));
    }

    [Fact]
    public async Task A_refusal_is_an_exception_whatever_is_asked_for()
    {
        using var handler = new StubHandler("""{"statusCode":404,"apiCode":2004}""");

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => Clients.Create(handler).SendAsync<JObject>(HttpMethod.Get, Path));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
        Assert.Equal("GET " + Path, exception.Operation);
    }

    [Fact]
    public async Task An_envelope_type_of_the_applications_own_is_read()
    {
        using var handler = new StubHandler("""{"statusCode":200,"data":{"nickname":"Kim"}}""");

        var answer = await Clients.Create(handler).SendAsync<ProfileRespDto>(HttpMethod.Get, Path);

        Assert.Equal("Kim", (string?)answer.Data?["nickname"]);
        Assert.Equal(200, answer.StatusCode);
    }

    [Fact]
    public async Task An_envelope_type_insists_on_an_envelope()
    {
        using var handler = new StubHandler("""{"data":{"nickname":"Kim"}}""");

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler).SendAsync<ProfileRespDto>(HttpMethod.Get, Path));

        Assert.Equal(GenAuthResponseProblem.NoStatusCode, exception.Problem);
    }

    [Fact]
    public async Task Verb_path_query_and_body_go_out_as_they_were_given()
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
    public async Task Without_a_body_a_write_has_an_empty_one_so_that_the_platform_does_not_send_it_again(string verb, string? body)
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
