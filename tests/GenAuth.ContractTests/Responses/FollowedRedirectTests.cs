using System.Globalization;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Responses;

/// <summary>Redirects within the host, which the client follows for retry-safe operations.</summary>
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
    public async Task Redirect_of_a_read_is_followed_with_its_headers(int status)
    {
        await using var server = Redirecting(status, _ => There);
        var response = await server.Client(options => options.AccessToken = "eyJ.user").GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal("Success", response.Message);
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
    public async Task Redirect_target_is_followed_in_every_spelling(string target)
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
    public async Task Redirect_to_another_origin_is_not_followed(string target)
    {
        await using var server = Redirecting(302, url => target.Replace("{1}", new Uri(url).Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var exception = await server.Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.DoesNotContain("there", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", exception.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirects_are_followed_three_times_at_most()
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
    public async Task Redirect_of_an_idempotent_write_is_followed_with_its_body(int status)
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
    public async Task Redirect_does_not_change_a_write_into_a_read(int status)
    {
        await using var server = Redirecting(status, _ => There);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().UpdateProfileAsync(new UpdateUserProfileDto { Nickname = "Ann" }));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_of_an_operation_that_must_not_be_retried_is_not_followed()
    {
        await using var server = Redirecting(308, _ => There);
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => server.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_of_a_signed_call_is_signed_for_its_target()
    {
        await using var server = Redirecting(302, _ => "/there?id=a%20b%2Bc&ids%5B%5D=1");
        await server.Management().SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", [new("id", "x")]);

        var captured = server.Captured();
        Assert.Equal(["/api/v3/list-roles?id=x", "/there?id=a%20b%2Bc&ids%5B%5D=1"], captured.Select(request => request.Target));
        Assert.All(captured, request => Assert.True(request.IsSigned()));
        Assert.NotEqual(captured[0].Header("x-genauth-signature-nonce"), captured[1].Header("x-genauth-signature-nonce"));
    }

    [Fact]
    public async Task Redirects_share_the_time_limit_of_the_call()
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
    public async Task Error_after_a_redirect_is_thrown()
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

    /// <summary>Redirects the given number of times, then responds.</summary>
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
