using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>Request bodies: refused before any request, signed as sent, each member once.</summary>
public sealed class SentBodyTests
{
    public static TheoryData<string, object> Bodies => new()
    {
        { "JsonElement", JsonDocument.Parse("""{"b":[1.10,{"2":1,"1":2}],"a":null}""").RootElement },
        { "JsonNode", JsonNode.Parse("""{"b":[1.10,{"2":1,"1":2}],"a":null}""")! },
        { "JsonElement in a dictionary", new Dictionary<string, object?> { ["b"] = JsonDocument.Parse("""[1.10,{"2":1,"1":2}]""").RootElement, ["a"] = null } },
        { "JRaw in an anonymous object", new { b = new JRaw("""[1.1,{"2":1,"1":2}]"""), a = (string?)null } },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_signed_call_signs_the_body_that_is_sent(string kind, object body)
    {
        Assert.NotEmpty(kind);
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);
        var options = new RequestOptions { Headers = { ["date"] = "Fri, 02 Jan 2026 03:04:05 GMT", ["x-genauth-signature-nonce"] = "00000000000000000000000000000000" } };

        await client.SendAsync<JObject>(HttpMethod.Post, ManagementClients.Path, body: body, requestOptions: options);
        await client.SendAsync<JObject>(HttpMethod.Post, ManagementClients.Path, body: GenAuthJson.Parse(handler.Only.Body!), requestOptions: options);

        Assert.Equal("""{"b":[1.1,{"2":1,"1":2}],"a":null}""", GenAuthJson.Parse(handler.Sent[0].Body!).ToString(Formatting.None));
        Assert.Equal(handler.Sent[1].Header("Authorization"), handler.Sent[0].Header("Authorization"));
    }

    [Fact]
    public async Task A_body_of_SendAsync_that_is_no_JSON_is_refused_before_any_request()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.WithToken(handler);

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendAsync<JObject>(HttpMethod.Post, ManagementClients.Path, body: new { a = double.NaN }));
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task A_body_of_an_operation_that_is_no_JSON_is_refused_with_its_path_before_any_request()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.WithToken(handler);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateUserAsync(new UpdateUserReqDto { UserId = "u", CustomData = new JObject { ["size"] = double.NaN } }));

        Assert.StartsWith("body.customData.size cannot be sent as JSON: JSON has neither NaN nor infinity.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public void Values_of_System_Text_Json_in_a_derived_type_are_written_as_JSON()
    {
        var body = new WithOwnMembers { UserId = "u", Element = JsonDocument.Parse("""{"a":[1.10,null]}""").RootElement, Node = JsonNode.Parse("""{"b":true}""") };

        Assert.Equal("""{"Element":{"a":[1.10,null]},"Node":{"b":true},"userId":"u"}""", Text(body));
    }

    [Fact]
    public async Task No_data_in_a_derived_type_is_refused_with_its_path_before_any_request()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.WithToken(handler);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.UpdateUserAsync(new WithOwnMembers { UserId = "u", Content = new MemoryStream() }));

        Assert.StartsWith("body.Content cannot be sent as JSON: A MemoryStream is no data.", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public void A_declared_member_that_is_set_is_written_instead_of_an_additional_one()
    {
        var body = new UpdateUserReqDto { UserId = "u", Nickname = "declared" };
        body.AdditionalProperties["nickname"] = "additional";
        body.AdditionalProperties["name"] = null!;

        Assert.Equal("""{"userId":"u","nickname":"declared","name":null}""", Text(body));
        Assert.Equal("""{"userId":"u","nickname":"declared","name":null}""", Text(new Derived(body)));
    }

    [Fact]
    public void A_nested_type_writes_its_own_members_once()
    {
        var body = new UpdateUserReqDto { UserId = "u", Options = new UpdateUserOptionsDto { ResetPasswordOnNextLogin = true } };
        body.Options.AdditionalProperties["resetPasswordOnNextLogin"] = false;
        body.Options.AdditionalProperties["userId"] = "nested";
        body.AdditionalProperties["resetPasswordOnNextLogin"] = 1;

        Assert.Equal("""{"userId":"u","options":{"resetPasswordOnNextLogin":true,"userId":"nested"},"resetPasswordOnNextLogin":1}""", Text(body));
    }

    private static string Text(object body) => System.Text.Encoding.UTF8.GetString(GenAuthJson.ToUtf8(body, withMembers: false).Bytes);

    private sealed class WithOwnMembers : UpdateUserReqDto
    {
        public JsonElement? Element { get; set; }

        public JsonNode? Node { get; set; }

        public Stream? Content { get; set; }
    }

    private sealed class Derived : UpdateUserReqDto
    {
        public Derived(UpdateUserReqDto origin)
        {
            UserId = origin.UserId;
            Nickname = origin.Nickname;
            foreach (var member in origin.AdditionalProperties)
            {
                AdditionalProperties.Add(member);
            }
        }
    }
}
