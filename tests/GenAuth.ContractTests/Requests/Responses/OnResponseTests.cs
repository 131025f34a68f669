using System.Collections.Concurrent;
using System.Net;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using static GenAuth.ContractTests.Requests.Responses.AnswerScript;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>When a caller is told of an answer.</summary>
public sealed class OnResponseTests
{
    private const string Refused = """{"statusCode":403,"message":"No."}""";

    [Fact]
    public async Task OnResponse_is_called_before_the_call_returns()
    {
        await using var server = Serve(Answer(Success));
        var (client, options, told) = server.Listen();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options);

        Assert.Equal("a=b", (await call).Data.AuthInfo);
        Assert.Single(told);
    }

    [Theory]
    [InlineData(200, Refused, typeof(GenAuthForbiddenException))]
    [InlineData(403, Refused, typeof(GenAuthForbiddenException))]
    [InlineData(404, "<html>Not here</html>", typeof(GenAuthInvalidResponseException))]
    [InlineData(200, "{\"statusCode\":200,\"data\":{", typeof(GenAuthInvalidResponseException))]
    public async Task A_failure_that_was_answered_is_told_once_as_the_exception_has_it(int status, string body, Type failure)
    {
        await using var server = Serve(Answer(status, body));
        var (client, options, told) = server.Listen();
        var exception = await Assert.ThrowsAsync(failure, () => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Same(((GenAuthException)exception).Response, Assert.Single(told));
        Assert.Equal((HttpStatusCode)status, told[0].HttpStatusCode);
    }

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Broken)]
    public async Task Without_an_answer_it_is_not_called(string answer)
    {
        await using var server = Serve(answer);
        var (client, options, told) = server.Listen();
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Empty(told);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_call_it()
    {
        await using var server = new RawServer(connection => connection.StaySilentAsync());
        var (client, options, told) = server.Listen();
        using var cancellation = new CancellationTokenSource();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(told);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_repeated_call_tells_of_its_last_answer_and_of_all_its_requests(bool isLogged)
    {
        await using var server = Serve(Answer(Busy), Answer(502, "<html/>"), Answer(Success));
        using var log = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug));
        var told = new List<GenAuthResponseInfo>();
        var client = server.Client(options => (options.Retry, options.LoggerFactory) = (new() { BaseDelay = TimeSpan.Zero }, isLogged ? log : null));
        var failures = new List<GenAuthException>();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions
        {
            OnResponse = told.Add,
            ShouldRetry = attempt =>
            {
                failures.Add(attempt.Failure);
                return true;
            },
        });

        Assert.Equal((3, "in-the-body"), (Assert.Single(told).Attempts, told[0].RequestId));
        Assert.Equal([1, 2], failures.Select(failure => failure.Response!.Attempts));
    }

    [Fact]
    public async Task A_call_that_is_refused_every_time_tells_of_the_last_refusal()
    {
        await using var server = Serve(Answer(Busy));
        var (client, options, told) = server.Listen();
        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Same(exception.Response, Assert.Single(told));
        Assert.Equal(3, told[0].Attempts);
    }

    [Fact]
    public async Task An_answer_before_a_broken_connection_is_not_the_calls()
    {
        await using var server = Serve(Answer(Busy), Broken);
        var (client, options, told) = server.Listen();
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Equal(3, server.Requests.Count);
        Assert.Null(exception.Response);
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_followed_redirect_is_a_request_but_no_answer()
    {
        await using var server = Serve(Answer(302, string.Empty, "Location: /there"), Answer(Success));
        var (client, options, told) = server.Listen();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);

        Assert.Equal((HttpStatusCode.OK, 2), (Assert.Single(told).HttpStatusCode, told[0].Attempts));
    }

    [Fact]
    public async Task Every_page_of_an_enumeration_is_told_when_it_is_asked_for()
    {
        await using var server = Serve(Answer(Page("a"), "X-Page: 1"), Answer(Page("b"), "X-Page: 2"), Answer(Page("c"), "X-Page: 3"));
        var told = new List<GenAuthResponseInfo>();
        var seen = new List<string>();
        await foreach (var user in server.Management().ListUsersAutoPagingAsync(new ListUsersRequestDto(), new RequestOptions { OnResponse = told.Add }))
        {
            seen.Add($"{user.UserId} {told.Count}");
        }

        Assert.Equal(["a 1", "b 2", "c 3"], seen);
        Assert.Equal(["1", "2", "3"], told.Select(info => info.Headers["x-page"][0]));
        Assert.All(told, info => Assert.Equal(1, info.Attempts));

        static string Page(string user) => $$$"""{"statusCode":200,"message":"Success","data":{"totalCount":3,"list":[{"userId":"{{{user}}}"}]}}""";
    }

    [Theory]
    [InlineData(Success)]
    [InlineData(Refused)]
    [InlineData(Busy)]
    [InlineData("<html/>")]
    public async Task What_it_throws_reaches_the_caller_and_nothing_is_sent_again_for_it(string body)
    {
        // All kinds that mean something else when the network throws them.
        foreach (var thrown in new Exception[] { new NotSupportedException(), new HttpRequestException(), new TaskCanceledException(), new GenAuthConnectionException("op", new IOException()) })
        {
            await using var server = Serve(Answer(body));
            var (client, options, _) = server.Listen();
            var told = 0;
            options.OnResponse = _ =>
            {
                told++;
                throw thrown;
            };

            Assert.Same(thrown, await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options)));
            Assert.Equal(1, told);
            Assert.Equal(body == Busy ? 3 : 1, server.Requests.Count);
        }
    }

    [Fact]
    public async Task Calls_that_share_the_options_each_tell_of_their_own_answer()
    {
        await using var server = Serve(Answer(Success, "X-Line: {line}"));
        var told = new ConcurrentBag<string>();
        var options = new RequestOptions { OnResponse = info => told.Add(info.Headers["x-line"][0]) };
        var client = server.Client();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => client.GetAlipayAuthInfoAsync($"{caller}", options)));

        Assert.Equal(
            Enumerable.Range(0, 32).Select(caller => $"GET /api/v3/get-alipay-authinfo?extIdpConnidentifier={caller} HTTP/1.1").Order(StringComparer.Ordinal),
            told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Options_that_are_changed_during_a_call_are_those_of_the_next()
    {
        await using var server = Serve(Answer(Success));
        var (client, options, told) = server.Listen();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        options.OnResponse = _ => throw new InvalidOperationException("This is not the call's.");
        await call;

        Assert.Single(told);
    }

    [Fact]
    public async Task The_request_for_a_management_token_is_none_of_the_call()
    {
        await using var server = Serve(Answer(Token(), "X-Of: token"), Answer(Success, "X-Of: call"));
        var told = new List<GenAuthResponseInfo>();
        await WithToken(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = told.Add });

        Assert.Equal(("call", 1), (Assert.Single(told).Headers["x-of"][0], told[0].Attempts));
    }

    [Fact]
    public async Task A_token_that_is_not_to_be_had_tells_nobody_of_an_answer_but_the_exception_has_it()
    {
        await using var server = Serve(Answer(Token()), Answer("""{"statusCode":401,"message":"Expired."}""", "X-Of: call"), Answer(Refused, "X-Of: token"));
        var told = new List<GenAuthResponseInfo>();
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => WithToken(server)
            .SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = told.Add }));

        Assert.Equal(["token"], exception.Response!.Headers["x-of"]);
        Assert.Empty(told);
    }

    [Fact]
    public async Task A_call_with_a_better_proof_tells_of_both_requests()
    {
        await using var server = Serve(Answer(Token()), Answer("""{"statusCode":401,"message":"Expired."}"""), Answer(Token()), Answer(Success));
        var told = new List<GenAuthResponseInfo>();
        await WithToken(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = told.Add });

        Assert.Equal(("in-the-body", 2), (Assert.Single(told).RequestId, told[0].Attempts));
    }

    private static ManagementClient WithToken(RawServer server) =>
        server.Management(options => options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken);

    private static string Token() => """{"statusCode":200,"message":"Success","data":{"access_token":"eyJ.e30.s","expires_in":7200}}""";
}
