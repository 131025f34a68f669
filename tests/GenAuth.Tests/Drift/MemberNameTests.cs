using GenAuth.Drift;
using GenAuth.Tests.Document;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>The name of an unknown member may be data, and there may be as many as there is data.</summary>
public sealed class MemberNameTests
{
    [Theory]
    [InlineData("kim@example.com")]
    [InlineData("+49 170 1234567")]
    [InlineData("65a0b1c2d3e4f5a6b7c8d9e0")]
    [InlineData("a5a0b1c2d3e4f5a6b7c8d9e0")]
    [InlineData("d9428888-122b-11e1-b85c-61cd3cbb3210")]
    [InlineData("1st")]
    [InlineData("größe")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklm")]
    public async Task One_that_does_not_look_like_a_members_is_hidden(string name)
    {
        Assert.Equal([Of(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", "***")], await GetAuthInfoAsync(Answer([name])));
        Assert.Equal([Of(SchemaDriftKind.UnknownMember, Users, "UserPaginatedRespDto", "***")], await ListUsersAsync($$"""{"statusCode":403,"message":"m","{{name}}":1}"""));
    }

    [Theory]
    [InlineData("brandNew")]
    [InlineData("brand_new")]
    [InlineData("_links")]
    [InlineData("oauth2Sha256")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl")]
    public async Task One_that_does_is_told(string name) =>
        Assert.Equal([Of(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", name)], await GetAuthInfoAsync(Answer([name])));

    [Fact]
    public void All_names_of_the_document_do_but_those_of_languages() => Assert.Equal(
        ["en-US", "ja-JP", "zh-CN", "zh-TW"],
        TheDocument.Places.SelectMany(place => TheDocument.Properties(place.Schema)).Select(property => property.Name).Distinct()
            .Where(name => !MemberName.IsLikely(name)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(1000, true)]
    public async Task More_than_ten_of_a_type_are_keys_and_hidden(int count, bool areHidden)
    {
        var names = Enumerable.Range(0, count).Select(number => "key" + (char)('a' + (number / 26)) + (char)('a' + (number % 26))).ToList();

        var drifts = await GetAuthInfoAsync(Answer(names));

        Assert.Equal(areHidden ? ["***"] : names, drifts.Select(drift => drift.Member));
    }

    [Fact]
    public async Task Those_of_another_type_in_the_same_answer_are_told_all_the_same()
    {
        var names = Enumerable.Range(0, 26).Select(number => "key" + (char)('a' + number));

        var drifts = await GetAuthInfoAsync(Answer(names).Replace("\"message\"", "\"brandNew\":1,\"message\"", StringComparison.Ordinal));

        Assert.Equal(["brandNew", "***"], drifts.Select(drift => drift.Member));
    }

    private static string Answer(IEnumerable<string> names) =>
        $$$"""{"statusCode":200,"message":"m","data":{"authInfo":"a=b"{{{string.Concat(names.Select(name => $",\"{name}\":\"canary\""))}}}}}""";
}
