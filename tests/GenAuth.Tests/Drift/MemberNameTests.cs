using GenAuth.Drift;
using GenAuth.Tests.Document;
using static GenAuth.Tests.Drift.DriftCalls;

namespace GenAuth.Tests.Drift;

/// <summary>Names of unknown members may be data, in any number.</summary>
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
    public async Task Unknown_name_that_is_no_identifier_is_hidden(string name)
    {
        Assert.Equal([CreateDrift(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", "***")], await GetAuthInfoAsync(Response([name])));
        Assert.Equal([CreateDrift(SchemaDriftKind.UnknownMember, Users, "UserPaginatedRespDto", "***")], await ListUsersAsync($$"""{"statusCode":403,"message":"m","{{name}}":1}"""));
    }

    [Theory]
    [InlineData("brandNew")]
    [InlineData("brand_new")]
    [InlineData("_links")]
    [InlineData("oauth2Sha256")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl")]
    public async Task Unknown_name_that_is_an_identifier_is_reported(string name) =>
        Assert.Equal([CreateDrift(SchemaDriftKind.UnknownMember, AuthInfo, "AlipayAuthInfoDataDto", name)], await GetAuthInfoAsync(Response([name])));

    [Fact]
    public void Names_of_the_document_are_identifiers_except_languages() => Assert.Equal(
        ["en-US", "ja-JP", "zh-CN", "zh-TW"],
        TheDocument.Places.SelectMany(place => TheDocument.Properties(place.Schema)).Select(property => property.Name).Distinct()
            .Where(name => !MemberName.IsLikely(name)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(1000, true)]
    public async Task More_than_ten_unknown_names_of_a_type_are_hidden(int count, bool areHidden)
    {
        var names = Enumerable.Range(0, count).Select(number => "key" + (char)('a' + (number / 26)) + (char)('a' + (number % 26))).ToList();

        var drifts = await GetAuthInfoAsync(Response(names));

        Assert.Equal(areHidden ? ["***"] : names, drifts.Select(drift => drift.Member));
    }

    [Fact]
    public async Task Unknown_names_of_another_type_in_the_same_response_are_reported()
    {
        var names = Enumerable.Range(0, 26).Select(number => "key" + (char)('a' + number));

        var drifts = await GetAuthInfoAsync(Response(names).Replace("\"message\"", "\"brandNew\":1,\"message\"", StringComparison.Ordinal));

        Assert.Equal(["brandNew", "***"], drifts.Select(drift => drift.Member));
    }

    private static string Response(IEnumerable<string> names) =>
        $$$"""{"statusCode":200,"message":"m","data":{"authInfo":"a=b"{{{string.Concat(names.Select(name => $",\"{name}\":\"canary\""))}}}}}""";
}
