using System.Globalization;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Profile;

/// <summary>The allocations of a call by type, of this SDK and of the bare client, each in its own process.</summary>
internal static class AllocationProfile
{
    public const string Command = "calls";

    private const string AuthInfo = "auth-info";
    private const string Page = "page";
    private const int UsersOnPage = 50;
    private const int Types = 25;

    public static Task RunAsync(Uri address)
    {
        Print("get-alipay-authinfo", AuthInfo, calls: 20_000, address);
        Print($"a page of {UsersOnPage} users, decode only", Page, calls: 3_000, address);
        return Task.CompletedTask;
    }

    /// <summary>The child process.</summary>
    public static async Task<int> CallAsync(string name, string operation, int calls, Uri address)
    {
        var http = operation == Page ? new HttpClient(new CannedHandler(StubResponses.Page(UsersOnPage))) : null;
        var contestant = Field.Create(name, address, http);
        Func<Task> call = operation == Page ? contestant.ReadUsersAsync : contestant.GetAuthInfoAsync;
        await Measure.WarmUpAsync([call], TimeSpan.FromSeconds(4));
        CallMarks.Log.Begin();
        await Measure.TimeAsync(call, calls);
        CallMarks.Log.End();
        return 0;
    }

    private static void Print(string title, string operation, int calls, Uri address)
    {
        var sdk = Trace("sdk");
        var bare = Trace("bare");
        Console.WriteLine($"| {title} | this SDK, B | objects | bare client, B | objects |\n|---|---|---|---|---|");
        foreach (var type in sdk.Keys.Union(bare.Keys).OrderByDescending(type => sdk.GetValueOrDefault(type).Bytes).Take(Types))
        {
            Console.WriteLine($"| `{type}` | {PerCall(sdk.GetValueOrDefault(type))} | {PerCall(bare.GetValueOrDefault(type))} |");
        }

        Console.WriteLine($"| all {sdk.Count} and {bare.Count} types | {PerCall(Sum(sdk))} | {PerCall(Sum(bare))} |\n");

        Dictionary<string, (long Bytes, long Objects)> Trace(string name) =>
            AllocationTrace.Run(Command, name, operation, calls.ToString(CultureInfo.InvariantCulture), address.AbsoluteUri);

        string PerCall((long Bytes, long Objects) sum) =>
            string.Create(CultureInfo.InvariantCulture, $"{sum.Bytes / (double)calls:N0} | {sum.Objects / (double)calls:N1}");
    }

    private static (long Bytes, long Objects) Sum(Dictionary<string, (long Bytes, long Objects)> types) =>
        (types.Values.Sum(sum => sum.Bytes), types.Values.Sum(sum => sum.Objects));
}
