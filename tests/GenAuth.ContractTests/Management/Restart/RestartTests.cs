using System.Diagnostics;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Management.Restart;

/// <summary>Processes that share a token and are killed while they get one.</summary>
public sealed class RestartTests : IDisposable
{
    private const string TokenPath = "/api/v3/get-management-token";

    private readonly string _folder = Directory.CreateTempSubdirectory("genauth-").FullName;
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Puts a token of two hours into its last five minutes.</summary>
    private readonly TimeSpan _due = TimeSpan.FromMinutes(117);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Process_killed_during_a_token_exchange_blocks_no_other()
    {
        await using var server = Service(held: 1);
        await KillAsync(TokenProgram.Start(server.Url, _folder), _held.Task);
        await RunAsync(server);
        await RunAsync(server);

        Assert.Equal(["token-2", "token-2"], TokensUsed(server));
        Assert.Equal(2, Exchanges(server));
    }

    [Fact]
    public async Task Process_killed_during_a_token_renewal_leaves_it_to_the_next()
    {
        await using var server = Service(held: 2);
        await RunAsync(server);
        await KillAsync(TokenProgram.Start(server.Url, _folder, _due), _held.Task);
        await RunAsync(server);
        await RunAsync(server, _due);
        await RunAsync(server, _due);

        Assert.Equal(["token-1", "token-1", "token-3", "token-3"], TokensUsed(server));
        Assert.Equal(3, Exchanges(server));
    }

    [Fact]
    public async Task Partially_written_cache_entry_is_not_used()
    {
        await using var server = Service();
        var killed = TokenProgram.Start(server.Url, _folder, stopsWriting: true);
        await KillAsync(killed, SaysAsync(killed, TokenProgram.HalfWritten));
        Assert.NotEqual(0, new FileInfo(Assert.Single(Directory.GetFiles(_folder))).Length);
        await RunAsync(server);
        await RunAsync(server);

        Assert.Equal(["token-2", "token-2"], TokensUsed(server));
        Assert.Equal(2, Exchanges(server));
    }

    [Fact]
    public async Task Processes_that_start_together_exchange_once_each_at_most_and_share_the_token()
    {
        await using var server = Service();
        await Task.WhenAll(RunAsync(server), RunAsync(server), RunAsync(server));
        var exchanges = Exchanges(server);
        await RunAsync(server);

        Assert.InRange(exchanges, 1, 3);
        Assert.Equal(exchanges, Exchanges(server));
        Assert.Equal(4, TokensUsed(server).Count());
    }

    /// <summary>Issues token-1, token-2, …, and never responds to one of the exchanges.</summary>
    private RawServer Service(int held = 0)
    {
        var issued = 0;
        return new(async connection =>
        {
            var request = new CapturedRequest(await connection.ReadRequestAsync());
            var body = ManagementTest.Success;
            if (request.Target == TokenPath)
            {
                var number = Interlocked.Increment(ref issued);
                if (number == held)
                {
                    _held.SetResult();
                    await connection.StaySilentAsync();
                }

                body = $$$"""{"statusCode":200,"message":"Success","data":{"access_token":"token-{{{number}}}","expires_in":7200} }""";
            }

            await connection.SendAsync(RawConnection.Head("Content-Type: application/json", $"Content-Length: {body.Length}", "Connection: close") + body);
        });
    }

    private async Task RunAsync(RawServer server, TimeSpan ahead = default)
    {
        using var process = TokenProgram.Start(server.Url, _folder, ahead);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Kills a process when it has printed a line.</summary>
    private static async Task KillAsync(Process process, Task far)
    {
        using (process)
        {
            var end = process.WaitForExitAsync();
            Assert.True(await Task.WhenAny(far, end) == far, "The process ended before it could be killed.");
            process.Kill();
            await end;
        }
    }

    private static async Task SaysAsync(Process process, string text)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != text)
        {
            // Other output is ignored.
        }
    }

    private static int Exchanges(RawServer server) => server.Captured().Count(request => request.Target == TokenPath);

    private static IEnumerable<string?> TokensUsed(RawServer server) =>
        server.Captured().Where(request => request.Target != TokenPath).Select(request => request.Header("authorization")?["Bearer ".Length..]);
}
