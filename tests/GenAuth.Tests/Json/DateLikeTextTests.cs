using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class DateLikeTextTests
{
    public static TheoryData<string> DateLike => new(
        "2016-03-14T09:26:53.000Z", "2016-03-14T09:26:53+08:00", "2016-03-14T09:26:53", "2016-03-14", "/Date(1457947613000)/", "/Date(1457947613000+0800)/");

    [Theory]
    [MemberData(nameof(DateLike))]
    public void Text_that_looks_like_a_date_stays_that_text_in_members(string text)
    {
        var dto = Contract.Read<LoginTokenRespDto>($$$"""{"message":"{{{text}}}","data":{"access_token":"{{{text}}}"}}""");

        Assert.Equal(text, dto.Message);
        Assert.Equal(text, dto.Data.AccessToken);
    }

    [Theory]
    [MemberData(nameof(DateLike))]
    public void Text_that_looks_like_a_date_stays_text_in_unknown_members_at_every_level(string text)
    {
        var dto = Contract.Read<LoginTokenRespDto>($$$$"""{"at":"{{{{text}}}}","data":{"at":"{{{{text}}}}","deep":{"list":[{"at":"{{{{text}}}}"}]}}}""");

        AssertText(text, dto.AdditionalProperties["at"]);
        AssertText(text, dto.Data.AdditionalProperties["at"]);
        AssertText(text, dto.Data.AdditionalProperties["deep"]["list"]![0]!["at"]!);
    }

    [Theory]
    [MemberData(nameof(DateLike))]
    public void Text_that_looks_like_a_date_stays_text_in_untyped_members(string text)
    {
        var dto = Contract.Read<SignInByMobileOptionsDto>($$$"""{"context":"{{{text}}}","customData":{"born":"{{{text}}}"}}""");

        Assert.Equal($$$"""{"context":"{{{text}}}","customData":{"born":"{{{text}}}"}}""", Contract.Write(dto));
    }

    [Theory]
    [MemberData(nameof(DateLike))]
    public void Text_that_looks_like_a_date_stays_text_in_a_plain_json_object(string text) =>
        AssertText(text, Contract.Read<JObject>($$"""{"at":"{{text}}"}""")["at"]!);

    private static void AssertText(string expected, JToken actual)
    {
        Assert.Equal(JTokenType.String, actual.Type);
        Assert.Equal(expected, ((JValue)actual).Value);
    }
}
