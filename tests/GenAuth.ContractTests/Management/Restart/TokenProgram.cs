using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Management.Restart;

/// <summary>A process that makes one call with a management token, which it shares with others through a folder.</summary>
internal static class TokenProgram
{
    /// <summary>The line that it prints when it has written half of the entry.</summary>
    public const string HalfWritten = "half written";

    /// <param name="host">The service.</param>
    /// <param name="folder">Where the token is shared.</param>
    /// <param name="ahead">How far its clock is ahead.</param>
    /// <param name="stopsWriting">Whether it stops in the middle of writing the token.</param>
    public static Process Start(string host, string folder, TimeSpan ahead = default, bool stopsWriting = false)
    {
        var command = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments = ["exec", typeof(TokenProgram).Assembly.Location, host, folder, ahead.ToString("c"), stopsWriting.ToString()];
        return Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
    }

    public static async Task RunAsync(string[] arguments)
    {
        var client = new ManagementClient(ManagementTest.Options(arguments[0], options =>
        {
            options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken;
            options.DistributedCache = new FolderCache(arguments[1], stopsWriting: bool.Parse(arguments[3]));
            options.TimeProvider = new ClockAhead(TimeSpan.ParseExact(arguments[2], "c", null));
        }));
        await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");
    }

    private sealed class ClockAhead(TimeSpan time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + time;
    }
}
