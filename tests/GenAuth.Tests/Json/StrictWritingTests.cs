using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

public sealed class StrictWritingTests
{
    public static TheoryData<Type> Requests => [.. ModelTypes.Requests];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_without_values_is_written_empty(Type request) => Assert.Equal("{}", Contract.Write(Activator.CreateInstance(request)!));

    [Fact]
    public void Only_set_members_are_written() => Assert.Equal(
        """{"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1"},"client_id":"app"}""",
        Contract.Write(new SignInByMobileDto
        {
            ClientId = "app",
            AlipayPayload = new() { Code = "1" },
            Connection = SignInByMobileConnection.Alipay,
            ExtIdpConnIdentifier = "my-alipay",
        }));

    [Fact]
    public void False_is_written_when_it_was_set() =>
        Assert.Equal("""{"isSnsCode":false}""", Contract.Write(new SignInByDingTalkPayloadDto { IsSnsCode = false }));

    [Fact]
    public void Empty_text_is_written_when_it_was_set() => Assert.Equal("""{"code":""}""", Contract.Write(new SignInByAlipayPayloadDto { Code = "" }));

    [Fact]
    public void A_null_inside_a_free_form_member_is_written() => Assert.Equal(
        """{"context":null,"customData":{"a":null,"b":[null]}}""",
        Contract.Write(new SignInByMobileOptionsDto { Context = JValue.CreateNull(), CustomData = JObject.Parse("""{"a":null,"b":[null]}""") }));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Written_JSON_does_not_depend_on_the_culture(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal(
            """{"context":-1234.5,"customData":{"big":-1234567}}""",
            Contract.Write(new SignInByMobileOptionsDto { Context = -1234.5m, CustomData = new JObject { ["big"] = -1234567 } }));
    }

    [Fact]
    public void Reading_AdditionalProperties_adds_none()
    {
        var payload = new SignInByAlipayPayloadDto();

        Assert.Empty(payload.AdditionalProperties);
        Assert.Equal("{}", Contract.Write(payload));
    }
}
