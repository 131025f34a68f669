using System.Text.RegularExpressions;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Sharing;

public sealed class ManyCallersTests
{
    private const int Callers = 64;

    private static readonly string[] SeenParts = [@"extIdpConnidentifier=(\S+)", @"Authorization: (.+)\r", @"x-genauth-lang: (.+)\r", @"x-real-ip: (.+)\r"];

    [Fact]
    public async Task Callers_with_options_of_their_own_each_see_their_own_answer()
    {
        await using var server = AnsweringAllTogether();
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
        await using var server = AnsweringAllTogether();
        var client = server.Client();

        await Task.WhenAll(Enumerable.Range(1, Callers).Select(async caller =>
        {
            var response = await client.WithAccessToken($"eyJ.{caller}").GetAlipayAuthInfoAsync($"connection-{caller}");
            Assert.Equal($"connection-{caller} Bearer eyJ.{caller} - -", response.Data.AuthInfo);
        }));
    }

    [Fact]
    public async Task A_failure_of_one_caller_is_not_seen_by_the_others()
    {
        await using var server = AnsweringAllTogether();
        var client = server.Client();

        await Task.WhenAll(Enumerable.Range(1, Callers).Select(async caller =>
        {
            var outcome = await Record.ExceptionAsync(() => client.GetAlipayAuthInfoAsync(caller % 2 == 0 ? "connection" : $"refuse-{caller}"));
            Assert.Equal(caller % 2 == 0 ? null : $"refuse-{caller} - - -", (outcome as GenAuthNotFoundException)?.ServiceMessage);
        }));
    }

    /// <summary>Tells each caller what it sent; nobody before everybody has asked, so that all calls are under way at once.</summary>
    private static RawServer AnsweringAllTogether()
    {
        var missing = Callers;
        var everybody = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return new RawServer(async connection =>
        {
            var seen = Seen(await connection.ReadRequestAsync());
            if (Interlocked.Decrement(ref missing) == 0)
            {
                everybody.SetResult();
            }

            await everybody.Task.WaitAsync(connection.End);
            await connection.SendJsonAsync(new JObject
            {
                ["statusCode"] = seen.StartsWith("refuse-", StringComparison.Ordinal) ? 404 : 200,
                ["message"] = seen,
                ["data"] = new JObject { ["authInfo"] = seen },
            }.ToString());
        });
    }

    private static string Seen(string request) => string.Join(' ', SeenParts
        .Select(pattern => Regex.Match(request, pattern).Groups[1].Value)
        .Select(value => value.Length == 0 ? "-" : value));
}
