using System.Collections.Concurrent;
using System.Net;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;
using static GenAuth.ContractTests.Requests.Responses.ResponseScript;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>The callback RequestOptions.OnResponse.</summary>
public sealed class OnResponseTests
{
    private const string Refused = """{"statusCode":403,"message":"No."}""";

    [Fact]
    public async Task OnResponse_is_called_before_the_call_returns()
    {
        await using var server = Serve(Response(Success));
        var (client, options, received) = server.Listen();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options);

        Assert.Equal("a=b", (await call).Data.AuthInfo);
        Assert.Single(received);
    }

    [Theory]
    [InlineData(200, Refused, typeof(GenAuthForbiddenException))]
    [InlineData(403, Refused, typeof(GenAuthForbiddenException))]
    [InlineData(404, "<html>Not here</html>", typeof(GenAuthInvalidResponseException))]
    [InlineData(200, "{\"statusCode\":200,\"data\":{", typeof(GenAuthInvalidResponseException))]
    public async Task OnResponse_is_called_once_for_an_error_with_the_response_of_the_exception(int status, string body, Type failure)
    {
        await using var server = Serve(Response(status, body));
        var (client, options, received) = server.Listen();
        var exception = await Assert.ThrowsAsync(failure, () => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Same(((GenAuthException)exception).Response, Assert.Single(received));
        Assert.Equal((HttpStatusCode)status, received[0].HttpStatusCode);
    }

    [Theory]
    [InlineData(Nothing)]
    [InlineData(Broken)]
    public async Task OnResponse_is_not_called_without_a_response(string response)
    {
        await using var server = Serve(response);
        var (client, options, received) = server.Listen();
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Empty(received);
    }

    [Fact]
    public async Task OnResponse_is_not_called_for_a_cancelled_call()
    {
        await using var server = new RawServer(connection => connection.StaySilentAsync());
        var (client, options, received) = server.Listen();
        using var cancellation = new CancellationTokenSource();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(received);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OnResponse_of_a_retried_call_has_the_last_response_and_the_number_of_requests(bool isLogged)
    {
        await using var server = Serve(Response(Busy), Response(502, "<html/>"), Response(Success));
        using var log = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug));
        var received = new List<GenAuthResponseInfo>();
        var client = server.Client(options => (options.Retry, options.LoggerFactory) = (new() { BaseDelay = TimeSpan.Zero }, isLogged ? log : null));
        var failures = new List<GenAuthException>();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions
        {
            OnResponse = received.Add,
            ShouldRetry = attempt =>
            {
                failures.Add(attempt.Failure);
                return true;
            },
        });

        Assert.Equal((3, "in-the-body"), (Assert.Single(received).Attempts, received[0].RequestId));
        Assert.Equal([1, 2], failures.Select(failure => failure.Response!.Attempts));
    }

    [Fact]
    public async Task OnResponse_of_a_call_that_fails_every_time_has_the_last_error()
    {
        await using var server = Serve(Response(Busy));
        var (client, options, received) = server.Listen();
        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Same(exception.Response, Assert.Single(received));
        Assert.Equal(3, received[0].Attempts);
    }

    [Fact]
    public async Task OnResponse_does_not_get_a_response_before_a_broken_connection()
    {
        await using var server = Serve(Response(Busy), Broken);
        var (client, options, received) = server.Listen();
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Equal(3, server.Requests.Count);
        Assert.Null(exception.Response);
        Assert.Empty(received);
    }

    [Fact]
    public async Task OnResponse_is_not_called_for_a_followed_redirect()
    {
        await using var server = Serve(Response(302, string.Empty, "Location: /there"), Response(Success));
        var (client, options, received) = server.Listen();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);

        Assert.Equal((HttpStatusCode.OK, 2), (Assert.Single(received).HttpStatusCode, received[0].Attempts));
    }

    [Fact]
    public async Task OnResponse_is_called_for_every_page_when_it_is_requested()
    {
        await using var server = Serve(Response(Page("a"), "X-Page: 1"), Response(Page("b"), "X-Page: 2"), Response(Page("c"), "X-Page: 3"));
        var received = new List<GenAuthResponseInfo>();
        var seen = new List<string>();
        await foreach (var user in server.Management().ListUsersAutoPagingAsync(new ListUsersRequestDto(), new RequestOptions { OnResponse = received.Add }))
        {
            seen.Add($"{user.UserId} {received.Count}");
        }

        Assert.Equal(["a 1", "b 2", "c 3"], seen);
        Assert.Equal(["1", "2", "3"], received.Select(info => info.Headers["x-page"][0]));
        Assert.All(received, info => Assert.Equal(1, info.Attempts));

        static string Page(string user) => $$$"""{"statusCode":200,"message":"Success","data":{"totalCount":3,"list":[{"userId":"{{{user}}}"}]}}""";
    }

    [Theory]
    [InlineData(Success)]
    [InlineData(Refused)]
    [InlineData(Busy)]
    [InlineData("<html/>")]
    public async Task Exception_of_OnResponse_reaches_the_caller_without_a_retry(string body)
    {
        // Exceptions that have another meaning when the network throws them.
        foreach (var thrown in new Exception[] { new NotSupportedException(), new HttpRequestException(), new TaskCanceledException(), new GenAuthConnectionException("op", new IOException()) })
        {
            await using var server = Serve(Response(body));
            var (client, options, _) = server.Listen();
            var received = 0;
            options.OnResponse = _ =>
            {
                received++;
                throw thrown;
            };

            Assert.Same(thrown, await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(TestClient.Connection, options)));
            Assert.Equal(1, received);
            Assert.Equal(body == Busy ? 3 : 1, server.Requests.Count);
        }
    }

    [Fact]
    public async Task OnResponse_of_shared_options_gets_the_response_of_each_call()
    {
        await using var server = Serve(Response(Success, "X-Line: {line}"));
        var received = new ConcurrentBag<string>();
        var options = new RequestOptions { OnResponse = info => received.Add(info.Headers["x-line"][0]) };
        var client = server.Client();
        await Task.WhenAll(Enumerable.Range(0, 32).Select(caller => client.GetAlipayAuthInfoAsync($"{caller}", options)));

        Assert.Equal(
            Enumerable.Range(0, 32).Select(caller => $"GET /api/v3/get-alipay-authinfo?extIdpConnidentifier={caller} HTTP/1.1").Order(StringComparer.Ordinal),
            received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OnResponse_set_during_a_call_is_used_by_the_next_call()
    {
        await using var server = Serve(Response(Success));
        var (client, options, received) = server.Listen();
        var call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        options.OnResponse = _ => throw new InvalidOperationException("This is not the call's.");
        await call;

        Assert.Single(received);
    }

    [Fact]
    public async Task OnResponse_is_not_called_for_the_token_exchange()
    {
        await using var server = Serve(Response(Token(), "X-Of: token"), Response(Success, "X-Of: call"));
        var received = new List<GenAuthResponseInfo>();
        await WithToken(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = received.Add });

        Assert.Equal(("call", 1), (Assert.Single(received).Headers["x-of"][0], received[0].Attempts));
    }

    [Fact]
    public async Task OnResponse_is_not_called_for_a_failed_token_exchange_whose_exception_has_the_response()
    {
        await using var server = Serve(Response(Token()), Response("""{"statusCode":401,"message":"Expired."}""", "X-Of: call"), Response(Refused, "X-Of: token"));
        var received = new List<GenAuthResponseInfo>();
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => WithToken(server)
            .SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = received.Add }));

        Assert.Equal(["token"], exception.Response!.Headers["x-of"]);
        Assert.Empty(received);
    }

    [Fact]
    public async Task OnResponse_counts_the_request_with_a_renewed_token()
    {
        await using var server = Serve(Response(Token()), Response("""{"statusCode":401,"message":"Expired."}"""), Response(Token()), Response(Success));
        var received = new List<GenAuthResponseInfo>();
        await WithToken(server).SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", requestOptions: new RequestOptions { OnResponse = received.Add });

        Assert.Equal(("in-the-body", 2), (Assert.Single(received).RequestId, received[0].Attempts));
    }

    private static ManagementClient WithToken(RawServer server) =>
        server.Management(options => options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken);

    private static string Token() => """{"statusCode":200,"message":"Success","data":{"access_token":"eyJ.e30.s","expires_in":7200}}""";
}
