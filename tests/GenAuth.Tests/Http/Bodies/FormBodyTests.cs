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

        var response = await Clients.Create(handler).VerifyMfaTokenAsync(new MfaTokenIntrospectEndpointParams { Token = "a b&c=d" });

        Assert.True(response.Active);
        Assert.Equal("token=a+b%26c%3Dd", handler.Only.Body);
    }

    [Fact]
    public async Task Form_omits_unset_members_and_sends_additional_ones()
    {
        var body = new MfaTokenIntrospectEndpointParams { Token = "t", AdditionalProperties = { ["extra"] = 1, ["none"] = null! } };

        Assert.Equal("token=t&extra=1", await TextOf(new FormBody(body)));
    }

    [Fact]
    public async Task Form_repeats_the_name_of_a_list_and_sends_objects_as_JSON() => Assert.Equal(
        "list%5B%5D=1&list%5B%5D=zwei&flag=true&object=%7B%22a%22%3A1%7D",
        await TextOf(new FormBody(new Dictionary<string, object> { ["list"] = new object[] { 1, "zwei" }, ["flag"] = true, ["object"] = new { a = 1 } })));

    [Fact]
    public async Task Form_content_is_created_for_every_attempt()
    {
        var body = new FormBody(new MfaTokenIntrospectEndpointParams { Token = "t" });

        Assert.NotSame(body.ToContent(), body.ToContent());
        Assert.Equal(await TextOf(body), await TextOf(body));
    }

    private static Task<string> TextOf(FormBody body) => body.ToContent().ReadAsStringAsync();
}
