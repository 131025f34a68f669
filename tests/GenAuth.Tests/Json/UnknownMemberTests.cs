using System.Reflection;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class UnknownMemberTests
{
    [Theory]
    [InlineData("""{"statusCode":200,"brandNew":{"a":[1,null,{"b":"c"}]}}""")]
    [InlineData("""{"statusCode":200,"data":{"token_type":"bearer","expire_in":1,"brandNew":null}}""")]
    [InlineData("""{"statusCode":200,"$type":"System.Object","$ref":"1","$id":"2","$values":[3]}""")]
    [InlineData("""{"statusCode":200,"big":123456789012345678901234567890,"":"no name"}""")]
    public void Unknown_member_is_kept_and_written_back(string json) =>
        Assert.True(JToken.DeepEquals(Contract.Parse(json), Contract.Parse(Contract.Write(Contract.Read<LoginTokenRespDto>(json)))));

    [Fact]
    public void Unknown_member_can_be_read_by_its_name()
    {
        var dto = Contract.Read<AlipayAuthInfoDataDto>("""{"authInfo":"a=b","brandNew":7}""");

        Assert.Equal(7, (int)dto.AdditionalProperties["brandNew"]);
        Assert.Single(dto.AdditionalProperties);
    }

    [Fact]
    public void Unknown_member_can_be_sent_by_its_name()
    {
        var payload = new SignInByAlipayPayloadDto { Code = "1" };
        payload.AdditionalProperties["brandNew"] = true;

        Assert.Equal("""{"code":"1","brandNew":true}""", Contract.Write(payload));
    }

    [Fact]
    public void Object_without_unknown_members_allocates_no_dictionary()
    {
        var members = typeof(ExtensibleObject).GetField("_additionalProperties", BindingFlags.Instance | BindingFlags.NonPublic)!;

        Assert.Null(members.GetValue(Contract.Read<AlipayAuthInfoDataDto>("""{"authInfo":"a=b"}""")));
        Assert.NotNull(members.GetValue(Contract.Read<AlipayAuthInfoDataDto>("""{"authInfo":"a=b","brandNew":7}""")));
    }

    [Fact]
    public void Type_names_in_a_response_create_no_object()
    {
        var json = """{"context":{"$type":"System.IO.FileInfo, System.Runtime","OriginalPath":"x"}}""";

        Assert.IsType<JObject>(Contract.Read<SignInByMobileOptionsDto>(json).Context);
    }
}
