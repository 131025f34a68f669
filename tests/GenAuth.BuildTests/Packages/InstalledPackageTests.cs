using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GenAuth.BuildTests.Packages;

/// <summary>Programs outside of the solution that use the packages.</summary>
[Collection(PackedFeed.Collection)]
public sealed class InstalledPackageTests(PackedFeed feed)
{
    public static TheoryData<string> OddThings => new(
        """
        {"counts":{"a":1,"b":-2},"things":{"t":{"name":"n","kind":"big","count":1,"parts":[],"labels":{"l":"x"}}},"rows":[["a","b"],[],["c"]],
        "grid":[[{"name":"n","kind":"1x","count":2,"parts":[]}],[]],"codes":[200,403,7],"flags":[true,false],"ints":[1,-2147483648],
        "longs":[9007199254740993],"doubles":[0.5,-1.25],"anything":["a",{"b":[1,null]},null,true],"code":403,"float":0.5,
        "uuid":"0d5e1f3c-4a1b-4a62-9a0e-2f7b1c9d8e01","bytes":"AQID","nothing":{},"list":["a","b"],"map":{"a":"b"},
        "big":[{"name":"n","kind":"huge","count":3,"parts":[{"name":"p","kind":"big","count":4,"parts":[]}],"isNew":true,"size":"s"}],
        "ThingDto":{"name":"n","kind":"big","count":1,"parts":[],"other_kinds":["big","small"]},"thingKind":"very_small","system":"s",
        "a b":"c"," around ":"d","a|b":"e","größe":"f"}
        """,
        "{}");

    [Fact]
    public Task A_program_calls_every_kind_of_operation() => CallsEveryKindAsync("net10.0");

    [Trait("Category", "Extended")]
    [Fact]
    public Task A_program_for_an_older_framework_calls_every_kind_of_operation() => CallsEveryKindAsync("net8.0");

    private async Task CallsEveryKindAsync(string framework)
    {
        using var service = new StubService(Response);

        var result = (await feed.RunAsync("App", framework, service.Host)).Succeeded();

        Assert.Equal(
            [
                "authInfo: app_id=1&sign=a%2Bb",
                "login: token bearer 7200",
                "kind: very_small True False",
                "exchanged: n",
                "listed: 2",
                "found: 2",
                "scrolled: 1",
                "refused: 403 2333 (InvalidCredentials) r-1",
            ],
            Lines(result));
        Assert.Equal(
            [
                "GET /api/v3/get-alipay-authinfo?extIdpConnidentifier=my-alipay",
                """POST /api/v3/signin-by-mobile {"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"code-1"},"options":{"scope":"openid"},"client_id":"app","client_secret":"secret"}""",
                "GET /api/v3/things/a%2Fb/parts?mainKind=big&page=2&kind=very_small&part_names%5B%5D=p%20q&part_names%5B%5D=r&otherKinds%5B%5D=huge"
                    + "&afterId=9007199254740993&minWeight=0.5&only_new=true&madeSince=2026-01-01T19%3A04%3A05.678Z",
                "POST /api/v3/things",
                """POST /api/v3/things {"name":"n","kind":"1x","count":0,"parts":[],"other_kinds":["big"],"weight":0.5,"isNew":false,"labels":{"l":"x"}}""",
                "POST /things/token name=n%26m&kind=big&count=2",
                """POST /api/v3/things/t/photo --boundary|Content-Type: image/png|Content-Disposition: form-data; name="photo"; filename="p.png"||pixels|--boundary--|""",
                "GET /api/v3/approval?number=7",
                "GET /api/v3/list-things?limit=1&page=1",
                "GET /api/v3/list-things?limit=1&page=2",
                """POST /api/v3/search-things {"keywords":"k","pagination":{"page":1}}""",
                """POST /api/v3/search-things {"keywords":"k","pagination":{"page":2}}""",
                """POST /api/v3/search-things {"keywords":"k","pagination":{"page":3}}""",
                """POST /api/v3/scroll-things {"size":1}""",
                """POST /api/v3/scroll-things {"scrollId":"next","size":1}""",
                "DELETE /api/v3/things/t/parts",
                "GET /api/v3/get-alipay-authinfo?extIdpConnidentifier=refused",
            ],
            service.Requests.Select(WithPlainBoundary));
    }

    [Trait("Category", "Extended")]
    [Theory]
    [MemberData(nameof(OddThings))]
    public async Task A_program_reads_and_writes_members_of_every_kind(string json) =>
        IsReadAndWritten(json, (await feed.RunAsync("Members", "net10.0", json)).Succeeded());

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Program_uses_the_package_through_a_netstandard_library()
    {
        using var service = new StubService(Response);

        await feed.PackAllAsync();
        var result = (await feed.RunAsync("LibraryApp", "net10.0", service.Host)).Succeeded();

        Assert.Equal(["app_id=1&sign=a%2Bb", "refused: 2333 (InvalidCredentials)", "/oidc/auth"], Lines(result));
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Sign_in_of_a_program_is_tested_with_the_testing_package()
    {
        await feed.PackAllAsync();

        var result = (await feed.RunAsync("TestingApp", "net10.0")).Succeeded();

        Assert.Equal(["login: Bearer", "refused: 403 2333 (InvalidCredentials)", "signed in: user-2", "password: 208"], Lines(result));
    }

    /// <summary>The boundary of a multipart body is different each time.</summary>
    private static string WithPlainBoundary(string request) => Regex.Replace(request, "--[0-9a-f-]{36}", "--boundary").ReplaceLineEndings("|");

    internal static void IsReadAndWritten(string json, BuildResult result)
    {
        var lines = Lines(result);

        Assert.Equal("unknown: 0", lines[0]);
        Assert.All(lines[1..3], written => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"{json}\n{written}"));
        Assert.Equal("nulls: all all", lines[3]);
    }

    internal static string[] Lines(BuildResult result) => result.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal static string Response(string request)
    {
        var data = request switch
        {
            _ when request.Contains("=refused", StringComparison.Ordinal) => null,
            _ when request.Contains("alipay-authinfo", StringComparison.Ordinal) => """{ "authInfo": "app_id=1&sign=a%2Bb" }""",
            _ when request.Contains("signin", StringComparison.Ordinal) => """{ "access_token": "token", "token_type": "bearer", "expire_in": 7200 }""",
            _ when request.Contains("-things", StringComparison.Ordinal) => $$"""{ "total_count": 2, "scrollId": "next", "list": [ {{ThingOfPage(request)}} ] }""",
            _ => """{ "name": "n", "kind": "very_small", "count": 1, "parts": [], "other_kinds": [ "huge" ] }""",
        };
        return data is null
            ? """{ "statusCode": 403, "message": "No.", "apiCode": 2333, "requestId": "r-1" }"""
            : $$"""{ "statusCode": 200, "message": "Success", "data": {{data}} }""";
    }

    /// <summary>Two pages of one thing each; scrolling ends after the first.</summary>
    private static string ThingOfPage(string request)
    {
        var page = Regex.Match(request, """page"?[=:](\d)""").Groups[1].Value;
        return page is ("" or "1" or "2") && !request.Contains("\"scrollId\"", StringComparison.Ordinal)
            ? $$"""{ "name": "n{{page}}", "kind": "big", "count": 1, "parts": [] }"""
            : string.Empty;
    }
}
