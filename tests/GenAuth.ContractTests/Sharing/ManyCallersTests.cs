using System.Text.RegularExpressions;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Sharing;

public sealed class ManyCallersTests
{
    private const int Callers = 64;

    private static readonly string[] EchoedPatterns = [@"extIdpConnidentifier=(\S+)", @"Authorization: (.+)\r", @"x-genauth-lang: (.+)\r", @"x-real-ip: (.+)\r"];

    [Fact]
    public async Task Concurrent_callers_with_different_options_get_their_own_responses()
    {
        await using var server = CreateEchoServer();
        var client = server.Client(options => (options.AccessToken, options.Language) = ("eyJ.client", "en-US"));

        await Task.WhenAll(Enumerable.Range(1, Callers).Select(async caller =>
        {
            var response = await client.GetAlipayAuthInfoAsync($"connection-{caller}", new RequestOptions
            {
                AccessToken = $"eyJ.{caller}",
                Language = $"language-{caller}",
                Headers = { ["x-real-ip"] = $"10.0.0.{caller}" },
            });
            Assert.Equal($"connection-{caller} Bearer eyJ.{caller} language-{caller} 10.0.0.{caller}", response.Data.AuthInfo);
        }));
    }

    [Fact]
    public async Task Concurrent_clients_with_different_tokens_get_their_own_responses()
    {
        await using var server = CreateEchoServer();
        var client = server.Client();

        await Task.WhenAll(Enumerable.Range(1, Callers).Select(async caller =>
        {
            var response = await client.WithAccessToken($"eyJ.{caller}").GetAlipayAuthInfoAsync($"connection-{caller}");
            Assert.Equal($"connection-{caller} Bearer eyJ.{caller} - -", response.Data.AuthInfo);
        }));
    }

    [Fact]
    public async Task Failure_of_one_caller_does_not_affect_the_others()
    {
        await using var server = CreateEchoServer();
        var client = server.Client();

        await Task.WhenAll(Enumerable.Range(1, Callers).Select(async caller =>
        {
            var outcome = await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(caller % 2 == 0 ? "connection" : $"refuse-{caller}"));
            Assert.Equal(caller % 2 == 0 ? null : $"refuse-{caller} - - -", (outcome as GenAuthNotFoundException)?.ServiceMessage);
        }));
    }

    /// <summary>Returns to each caller what it sent, after all of them have sent their requests, so that the calls are concurrent.</summary>
    private static RawServer CreateEchoServer()
    {
        var missing = Callers;
        var allSent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new RawServer(async connection =>
        {
            var echo = GetEcho(await connection.ReadRequestAsync());
            if (Interlocked.Decrement(ref missing) == 0)
            {
                allSent.SetResult();
            }

            await allSent.Task.WaitAsync(connection.End);
            await connection.SendJsonAsync(new JObject
            {
                ["statusCode"] = echo.StartsWith("refuse-", StringComparison.Ordinal) ? 404 : 200,
                ["message"] = echo,
                ["data"] = new JObject { ["authInfo"] = echo },
            }.ToString());
        });
    }

    private static string GetEcho(string request) => string.Join(' ', EchoedPatterns
        .Select(pattern => Regex.Match(request, pattern).Groups[1].Value)
        .Select(value => value.Length == 0 ? "-" : value));
}
