using System.Text;
using GenAuth.ContractTests.Server;
using GenAuth.Tests.Shared;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Management;

public sealed class ManagementTokenTests
{
    private const string TokenPath = "/api/v3/get-management-token";
    private const int Callers = 64;

    [Theory]
    [InlineData(Edition.GenAuth, "x-genauth-")]
    [InlineData(Edition.Authing, "x-authing-")]
    public async Task Key_is_exchanged_without_authorization_and_the_token_sent_with_its_user_pool(Edition edition, string prefix)
    {
        await using var server = Issuing(_ => Token("pool-1"));
        await Client(server, options => (options.Edition, options.Language, options.TenantId) = (edition, "en-US", "tenant"))
            .SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles", [new("page", "1")]);

        var (exchange, call) = (server.Captured()[0], server.Captured()[1]);
        Assert.Equal($"POST {TokenPath}", $"{exchange.Method} {exchange.Target}");
        Assert.Equal($$"""{"accessKeyId":"{{SignatureVector.AccessKeyId}}","accessKeySecret":"{{SignatureVector.AccessKeySecret}}"}""", exchange.Body);
        Assert.Null(exchange.Header("authorization"));
        Assert.Equal("tenant", exchange.Header(prefix + "app-tenant-id"));
        Assert.Equal("/api/v3/list-roles?page=1", call.Target);
        Assert.Equal("Bearer " + Token("pool-1"), call.Header("authorization"));
        Assert.Equal("pool-1", call.Header(prefix + "userpool-id"));
        Assert.All([exchange, call], request => Assert.Null(request.Header(prefix + "signature-nonce")));
        Assert.All([exchange, call], request => Assert.Null(request.Header("date")));
    }

    [Fact]
    public async Task Many_callers_at_once_exchange_the_key_once()
    {
        var everybodyWaits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(async connection =>
        {
            var request = new CapturedRequest(await connection.ReadRequestAsync());
            if (request.Target == TokenPath)
            {
                await everybodyWaits.Task.WaitAsync(connection.End);
            }

            var body = request.Target == TokenPath ? Response(Token("pool")) : ManagementTest.Success;
            await connection.SendAsync(RawConnection.Head($"Content-Length: {body.Length}", "Connection: close") + body);
        });
        var client = Client(server);

        // Each call runs synchronously until it waits for the token.
        var calls = Enumerable.Range(0, Callers).Select(_ => client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles")).ToList();
        everybodyWaits.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(server.Captured(), request => request.Target == TokenPath);
        Assert.Equal(Callers, server.Captured().Count(request => request.Header("authorization") == "Bearer " + Token("pool")));
    }

    [Fact]
    public async Task Rejected_token_is_replaced_and_the_same_request_retried()
    {
        await using var server = Issuing(
            number => Token("pool-" + number),
            request => request.Header("x-genauth-userpool-id") == "pool-1" ? """{"statusCode":401,"message":"Expired."}""" : ManagementTest.Success);
        await Client(server).SendAsync<JObject>(HttpMethod.Post, "/api/v3/list-users", body: new { keywords = "a" });

        var calls = server.Captured().Where(request => request.Target != TokenPath).ToList();
        Assert.Equal(["pool-1", "pool-2"], calls.Select(request => request.Header("x-genauth-userpool-id")));
        Assert.Equal(["""{"keywords":"a"}""", """{"keywords":"a"}"""], calls.Select(request => request.Body));
    }

    private static ManagementClient Client(RawServer server, Action<ManagementClientOptions>? configure = null) => server.Management(options =>
    {
        options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken;
        configure?.Invoke(options);
    });

    /// <summary>A service that issues the tokens of the test; they are numbered from 1.</summary>
    private static RawServer Issuing(Func<int, string> token, Func<CapturedRequest, string>? response = null)
    {
        var issued = 0;
        return ManagementTest.Returning(request => request.Target == TokenPath
            ? Response(token(Interlocked.Increment(ref issued)))
            : response?.Invoke(request) ?? ManagementTest.Success);
    }

    private static string Response(string token) => $$$"""{"statusCode":200,"message":"Success","data":{"access_token":"{{{token}}}","expires_in":7200}}""";

    private static string Token(string userPool)
    {
        var claims = Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"sub":"a","scoped_userpool_id":"{{userPool}}"}"""));
        return $"eyJhbGciOiJub25lIn0.{claims.TrimEnd('=').Replace('+', '-').Replace('/', '_')}.sig";
    }
}
