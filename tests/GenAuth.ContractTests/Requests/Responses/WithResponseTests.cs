using System.Net;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;
using static GenAuth.ContractTests.Requests.Responses.ResponseScript;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>WithResponseAsync of the clients. ResponseInfoCases checks every operation.</summary>
public sealed class WithResponseTests
{
    private const string Tokens = """{"statusCode":200,"message":"Success","data":{"access_token":"a","token_type":"Bearer","expire_in":1}}""";
    private const string Plain = """{"statusCode":200,"message":"Success","data":{}}""";

    [Fact]
    public async Task WithResponse_returns_the_value_and_the_response()
    {
        await using var server = Serve(Response(Success, "X-Cache: miss"));
        var result = await server.Client().WithResponseAsync((client, options) => client.GetAlipayAuthInfoAsync(TestClient.Connection, options));

        Assert.Equal("a=b", result.Value.Data.AuthInfo);
        Assert.Equal((HttpStatusCode.OK, "in-the-body", 1), (result.Response.HttpStatusCode, result.Response.RequestId, result.Response.Attempts));
        Assert.Equal(["miss"], result.Response.Headers["x-cache"]);
    }

    [Fact]
    public async Task WithResponse_works_for_user_clients_facades_and_custom_operations()
    {
        await using var server = Serve(Response(Tokens, "X-Line: {line}"));
        IAuthenticationClient view = server.Client().WithAccessToken("eyJ.user");
        var (login, ofLogin) = await view.WithResponseAsync((client, options) => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code, requestOptions: options));
        var (_, ofCustom) = await view.WithResponseAsync((client, options) => client.SendAsync<JObject>(HttpMethod.Put, "/of-tomorrow", requestOptions: options));

        Assert.Equal("a", login.Data.AccessToken);
        Assert.Equal(["POST /api/v3/signin-by-mobile HTTP/1.1"], ofLogin.Headers["x-line"]);
        Assert.Equal(["PUT /of-tomorrow HTTP/1.1"], ofCustom.Headers["x-line"]);
    }

    [Fact]
    public async Task WithResponse_works_for_hand_written_management_operations()
    {
        await using var server = Serve(Response(Plain, "X-Line: {line}"));
        IManagementClient management = server.Management();
        var (_, ofApproval) = await management.WithResponseAsync((client, options) => client.GetApprovalAsync("1", options));
        var (_, ofEvent) = await management.WithResponseAsync((client, options) => client.PublishUserEventAsync(new PubEventDto(), options));
        var (_, ofCustom) = await management.WithResponseAsync((client, options) => client.SendAsync<JObject>(HttpMethod.Put, "/of-tomorrow", requestOptions: options));

        Assert.Equal(
            ["GET /api/v3/approval?number=1 HTTP/1.1", "POST /api/v3/pub-userEvent HTTP/1.1", "PUT /of-tomorrow HTTP/1.1"],
            new[] { ofApproval, ofEvent, ofCustom }.Select(response => response.Headers["x-line"][0]));
    }

    [Fact]
    public async Task WithResponse_works_for_operations_of_an_area()
    {
        await using var server = Serve(Response(Plain, "X-Line: {line}"));
        var (_, ofUsers) = await server.Management().WithResponseAsync((client, options) => client.Users.GetUserAsync("1", requestOptions: options));
        var (_, ofProfile) = await server.Client().WithResponseAsync((client, options) => client.Profile.GetProfileAsync(requestOptions: options));

        Assert.Equal(["GET /api/v3/get-user?userId=1 HTTP/1.1"], ofUsers.Headers["x-line"]);
        Assert.Equal(["GET /api/v3/get-profile HTTP/1.1"], ofProfile.Headers["x-line"]);
    }

    [Fact]
    public async Task The_callers_options_apply_and_stay_as_they_are()
    {
        await using var server = Serve(Response(Success));
        var received = new List<GenAuthResponseInfo>();
        Action<GenAuthResponseInfo> record = received.Add;
        var given = new RequestOptions { OnResponse = record, Headers = { ["x-real-ip"] = "203.0.113.7" } };
        var (_, response) = await server.Client().WithResponseAsync((client, options) => client.GetAlipayAuthInfoAsync(TestClient.Connection, options), given);

        Assert.Same(response, Assert.Single(received));
        Assert.Same(record, given.OnResponse);
        Assert.Contains("x-real-ip: 203.0.113.7\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_thrown_with_its_response()
    {
        await using var server = Serve(Response("""{"statusCode":404,"message":"No.","requestId":"r"}"""));
        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(
            () => server.Client().WithResponseAsync((client, options) => client.GetAlipayAuthInfoAsync(TestClient.Connection, options)));

        Assert.Equal("r", exception.Response!.RequestId);
    }

    [Fact]
    public async Task Delegate_that_calls_without_the_options_is_an_exception_although_the_call_was_sent()
    {
        await using var server = Serve(Response(Success));

        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((client, _) => client.GetAlipayAuthInfoAsync(TestClient.Connection)));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Delegate_that_calls_with_options_of_its_own_is_an_exception()
    {
        await using var server = Serve(Response(Success));
        var received = new List<GenAuthResponseInfo>();
        var own = new RequestOptions { OnResponse = received.Add };

        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((client, _) => client.GetAlipayAuthInfoAsync(TestClient.Connection, own)));
        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((client, _) => client.GetAlipayAuthInfoAsync(TestClient.Connection, own), own));
        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((client, options) =>
        {
            options.OnResponse = received.Add;
            return client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        }));

        Assert.Equal(3, received.Count);
    }

    [Fact]
    public async Task Delegate_that_calls_nothing_is_an_exception()
    {
        await using var server = Serve(Nothing);
        var cached = Task.FromResult("cached");

        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((_, _) => cached));
        await AssertNothingRecordedAsync(server.Management().WithResponseAsync(async (_, _) =>
        {
            await Task.Yield();
            return 1;
        }));
        Assert.Contains(
            "The delegate returned null",
            (await Assert.ThrowsAsync<InvalidOperationException>(() => server.Client().WithResponseAsync((_, _) => (Task<int>)null!))).Message,
            StringComparison.Ordinal);

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Delegate_that_returns_before_its_call_has_ended_is_an_exception()
    {
        var isReturned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await isReturned.Task.WaitAsync(connection.End);
            await connection.SendAsync(RawConnection.Head($"Content-Length: {Success.Length}", "Connection: close") + Success);
        });
        Task? call = null;

        await AssertNothingRecordedAsync(server.Client().WithResponseAsync((client, options) =>
        {
            call = client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
            return Task.FromResult(1);
        }));

        isReturned.SetResult();
        await call!;
    }

    [Fact]
    public async Task Enumeration_that_the_delegate_does_not_run_is_an_exception()
    {
        await using var server = Serve(Nothing);

        await AssertNothingRecordedAsync(server.Management().WithResponseAsync(
            (client, options) => Task.FromResult(client.ListUsersAutoPagingAsync(new ListUsersRequestDto(), options))));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Enumeration_that_the_delegate_runs_gives_the_response_of_its_last_page()
    {
        var page = 0;
        await using var server = ManagementTest.Returning(_ => ++page < 3
            ? $$$"""{"statusCode":200,"requestId":"{{{page}}}","data":{"totalCount":9,"list":[{"userId":"{{{page}}}"}]}}"""
            : """{"statusCode":200,"requestId":"last","data":{"totalCount":9,"list":[]}}""");

        var (users, response) = await server.Management().WithResponseAsync(
            async (client, options) => await client.ListUsersAutoPagingAsync(new ListUsersRequestDto(), options).ToListAsync());

        Assert.Equal((2, "last"), (users.Count, response.RequestId));
    }

    [Fact]
    public async Task Client_and_delegate_are_required()
    {
        await using var server = Serve(Nothing);
        Assert.Throws<ArgumentNullException>("client", () => { _ = ((IManagementClient)null!).WithResponseAsync((_, _) => Task.FromResult(1)); });
        Assert.Throws<ArgumentNullException>("call", () => { _ = server.Client().WithResponseAsync<int>(null!); });
    }

    private static async Task AssertNothingRecordedAsync<T>(Task<GenAuthResponse<T>> call)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => call);

        Assert.StartsWith("No response was recorded, because the delegate called no operation with the RequestOptions that it received.", exception.Message, StringComparison.Ordinal);
    }
}
