using GenAuth.Models;
using GenAuth.Pipeline.Content;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http.Bodies;

public sealed class FormBodyTests
{
    [Fact]
    public async Task An_operation_with_a_form_sends_its_fields_escaped()
    {
        var handler = new StubHandler("""{"active":true}""");

        var answer = await Clients.Create(handler).VerifyMfaTokenAsync(new MfaTokenIntrospectEndpointParams { Token = "a b&c=d" });

        Assert.True(answer.Active);
        Assert.Equal("token=a+b%26c%3Dd", handler.Only.Body);
    }

    [Fact]
    public async Task What_is_not_set_is_left_out_and_what_was_added_is_sent()
    {
        var body = new MfaTokenIntrospectEndpointParams { Token = "t", AdditionalProperties = { ["extra"] = 1, ["none"] = null! } };

        Assert.Equal("token=t&extra=1", await TextOf(new FormBody(body)));
    }

    [Fact]
    public async Task Lists_repeat_their_name_and_objects_are_json() => Assert.Equal(
        "list%5B%5D=1&list%5B%5D=zwei&flag=true&object=%7B%22a%22%3A1%7D",
        await TextOf(new FormBody(new Dictionary<string, object> { ["list"] = new object[] { 1, "zwei" }, ["flag"] = true, ["object"] = new { a = 1 } })));

    [Fact]
    public async Task The_content_is_made_anew_for_every_sending()
    {
        var body = new FormBody(new MfaTokenIntrospectEndpointParams { Token = "t" });

        Assert.NotSame(body.ToContent(), body.ToContent());
        Assert.Equal(await TextOf(body), await TextOf(body));
    }

    private static Task<string> TextOf(FormBody body) => body.ToContent().ReadAsStringAsync();
}
