using GenAuth.Models;
using GenAuth.Serialization;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

/// <summary>Responses that the published documents describe incorrectly.</summary>
public sealed class CorrectedDocumentTests
{
    [Fact]
    public void Posts_of_a_department_are_objects_with_code_and_name()
    {
        var department = Read<DepartmentDto>("""{"name":"Sales","posts":[{"code":"lead","name":"Team lead"},{"code":"clerk","name":"Clerk"}]}""");

        Assert.Equal([("lead", "Team lead"), ("clerk", "Clerk")], department.Posts!.Select(post => (post.Code, post.Name)));
    }

    [Fact]
    public void The_reason_why_an_event_was_refused_is_text() =>
        Assert.Equal("not defined", Read<PubEventRespDataDto>("""{"success":false,"errMsg":"not defined"}""").ErrMsg);

    [Fact]
    public void The_logos_and_domains_of_a_tenant_are_lists()
    {
        const string Json = """{"logo":["https://a.example/1.png","https://a.example/2.png"],"enterpriseDomains":["a.example"]}""";

        Assert.Equal(2, Read<TenantDto>(Json).Logo.Count);
        Assert.Equal(2, Read<TenantRespDto>(Json).Logo.Count);
        Assert.Equal(["a.example"], Read<TenantRespDto>(Json).EnterpriseDomains);
    }

    [Fact]
    public void The_result_of_creating_a_tenant_user_is_the_user() =>
        Assert.Equal("m", Read<TenantUserRespDto>("""{"statusCode":200,"data":{"memberId":"m"}}""").Data.MemberId);

    [Fact]
    public void Policy_can_waive_the_second_factor() =>
        Assert.Equal(RiskRestriction.SkipMfa, Read<RiskListPolicyRespDto>("""{"limitList":"SKIP_MFA"}""").LimitList);

    [Theory]
    [InlineData("""{"genauthTokenExpiresIn":7200}""")]
    [InlineData("""{"authingTokenExpiresIn":7200}""")]
    [InlineData("""{"authingTokenExpiresIn":"7200"}""")]
    [InlineData("""{"authingTokenExpiresIn":1,"genauthTokenExpiresIn":7200}""")]
    public void The_lifetime_of_tokens_is_read_under_both_names(string json)
    {
        Assert.Equal(7200, Read<SecuritySettingsDto>(json).GenauthTokenExpiresIn);
        Assert.Equal(7200, JsonConvert.DeserializeObject<SecuritySettingsDto>(json)!.GenauthTokenExpiresIn);
    }

    private static T Read<T>(string json) => GenAuthJson.Read<T>(json)!;
}
