using System.Globalization;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Answers;

/// <summary>Redirects within the host, which the client follows where that can do no harm.</summary>
public sealed class FollowedRedirectTests
{
    private const string There = "/there?id=a%20b+c&ids%5B%5D=1&flag#part";
    private const string ThereOnTheWire = "/there?id=a%20b+c&ids%5B%5D=1&flag";

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_read_goes_where_it_is_sent_and_takes_its_headers_along(int status)
    {
        await using var server = Redirecting(status, _ => There);
        var answer = await server.Client(options => options.AccessToken = "eyJ.user").GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal("Success", answer.Message);
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith($"GET {ThereOnTheWire} HTTP/1.1\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal(HeadersOf(server.Requests[0]), HeadersOf(server.Requests[1]));
        Assert.Contains("Authorization: Bearer eyJ.user", HeadersOf(server.Requests[1]));
    }

    [Theory]
    [InlineData("{0}/there")]
    [InlineData("there")]
    [InlineData("./x/../there")]
    [InlineData("?x=1")]
    public async Task However_the_target_is_written(string target)
    {
        await using var server = Redirecting(302, url => target.Replace("{0}", url, StringComparison.Ordinal));

        Assert.Equal("Success", (await server.Client().GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://localhost:{1}/there")]
    [InlineData("http://127.0.0.1:1/there")]
    [InlineData("https://127.0.0.1:{1}/there")]
    [InlineData("//localhost:{1}/there")]
    [InlineData(@"\\localhost:{1}/there")]
    [InlineData("http://user:password@127.0.0.1:{1}/there")]
    [InlineData("http://127.0.0.1:{1}@localhost:{1}/there")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public async Task A_target_anywhere_else_is_not_asked(string target)
    {
        await using var server = Redirecting(302, url => target.Replace("{1}", new Uri(url).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var exception = await server.Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.DoesNotContain("there", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Three_are_followed_and_a_fourth_is_not()
    {
        foreach (var (many, requests) in new[] { (3, 4), (4, 4) })
        {
            await using var server = Redirecting(307, _ => There, many);
            var call = server.Client().GetAlipayAuthInfoAsync(TestClient.Connection);

            var exception = await Record.ExceptionAsync(() => call) as GenAuthInvalidResponseException;

            Assert.Equal(many == 3 ? null : GenAuthResponseProblem.Redirect, exception?.Problem);
            Assert.Equal(requests, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_write_that_can_be_repeated_is_sent_there_as_it_is(int status)
    {
        await using var server = Redirecting(status, _ => There);
        await server.Client().UpdateProfileAsync(new UpdateUserProfileDto { Nickname = "Ann" });

        Assert.StartsWith($"POST {ThereOnTheWire} HTTP/1.1\r\n", server.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"nickname":"Ann"}""", server.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    public async Task A_write_is_not_made_a_read(int status)
    {
        await using var server = Redirecting(status, _ => There);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().UpdateProfileAsync(new UpdateUserProfileDto { Nickname = "Ann" }));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_may_be_done_only_once_is_not_sent_there()
    {
        await using var server = Redirecting(308, _ => There);
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_signed_call_is_signed_anew_for_where_it_goes()
    {
        await using var server = Redirecting(302, _ => "/there?id=a%20b%2Bc&ids%5B%5D=1");
        await server.Management().SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", [new("id", "x")]);

        var captured = server.Captured();
        Assert.Equal(["/api/v3/list-roles?id=x", "/there?id=a%20b%2Bc&ids%5B%5D=1"], captured.Select(request => request.Target));
        Assert.All(captured, request => Assert.True(request.IsSigned()));
        Assert.NotEqual(captured[0].Header("x-genauth-signature-nonce"), captured[1].Header("x-genauth-signature-nonce"));
    }

    [Fact]
    public async Task The_hops_share_one_limit_of_time()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await RedirectAsync(connection, 302, There);
            await connection.ReadRequestAsync();
            await connection.StaySilentAsync();
        });

        await Assert.ThrowsAsync<GenAuthTimeoutException>(
            () => server.Client(options => options.Timeout = TimeSpan.FromSeconds(1)).GetAlipayAuthInfoAsync(TestClient.Connection));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_after_a_redirect_is_that_refusal()
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await RedirectAsync(connection, 302, There);
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync("""{"statusCode":403,"message":"no","apiCode":2333}""");
        });

        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));
        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
    }

    /// <summary>Sends elsewhere so many times, and then answers.</summary>
    private static RawServer Redirecting(int status, Func<string, string> target, int times = 1)
    {
        RawServer? server = null;
        return server = new RawServer(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                await (server!.Requests.Count <= times ? RedirectAsync(connection, status, target(server.Url)) : connection.SendJsonAsync(ManagementTest.Success));
            }
        });
    }

    private static Task RedirectAsync(RawConnection connection, int status, string target) =>
        connection.SendAsync($"HTTP/1.1 {status} Elsewhere\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n");

    private static SortedSet<string> HeadersOf(string request) => new(request.Split("\r\n")[1..], StringComparer.Ordinal);
}
