using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks.Quick;

/// <summary>
/// The first call in a fresh process: from the creation of the client to the response, without the start of .NET. A process
/// per figure, in turns.
/// </summary>
internal static class FirstCall
{
    public const string Command = "first";

    private const string AuthInfo = "auth-info";
    private const string Users = "users";

    public static async Task RunAsync(Uri address)
    {
        Console.WriteLine(Row.Header(Field.Names));
        await PrintAsync("first call, get-alipay-authinfo", AuthInfo, address, goal: 1.10);
        await PrintAsync("first call, list-users of 50", Users, address, goal: 1.15);
    }

    /// <summary>The child process: makes one call and prints its milliseconds, the number of compiled methods and the time for them.</summary>
    public static async Task<int> MeasureAsync(string name, string operation, Uri address)
    {
        var (methods, compilation) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        var begin = Stopwatch.GetTimestamp();
        var contestant = Field.Create(name, address);
        var isRight = operation == AuthInfo ? await contestant.GetAuthInfoAsync() is not null : await contestant.ListUsersAsync(50) == 50;
        var milliseconds = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        methods = JitInfo.GetCompiledMethodCount() - methods;
        compilation = JitInfo.GetCompilationTime() - compilation;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {methods} {compilation.TotalMilliseconds}"));
        return isRight ? 0 : 1;
    }

    private static async Task PrintAsync(string title, string operation, Uri address, double goal)
    {
        var compiled = Field.Names.ToDictionary(name => name, _ => new List<double[]>());
        var measures = Field.Names.Select(name => (Func<Task<double>>)(() =>
        {
            var output = Self.Run(Command, name, operation, address.AbsoluteUri);
            double[] figures = [.. output.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
            compiled[name].Add(figures);
            return Task.FromResult(figures[0]);
        }));
        Console.WriteLine(new Row(title, "ms", await Rounds.RunAsync(11, [.. measures]), goal));
        Console.WriteLine(new Row("… methods compiled for it", "methods", Column(1)));
        Console.WriteLine(new Row("… time of their compilation", "ms", Column(2)));

        double[][] Column(int index) => [.. compiled.Values.Select(rounds => rounds.Select(figures => figures[index]).ToArray())];
    }
}
