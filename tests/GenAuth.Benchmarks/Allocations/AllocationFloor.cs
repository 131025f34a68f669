using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks.Allocations;

/// <summary>Compares the SDK's allocation with the committed figures. Unlike times it is the same in every run, so a build can fail for it.</summary>
internal static class AllocationFloor
{
    public const string Command = "allocations";

    private const string Remedy =
        "Find what allocates it with --profile. If it is meant, commit the figures that\n"
        + "  dotnet run -c Release --project tests/GenAuth.Benchmarks -- --allocations --accept\nwrites.";

    private static string File { get; } = Path.Combine(Repository.Root, "tests/GenAuth.Benchmarks/allocations.txt");

    public static int Compare(Uri address)
    {
        var comparison = new Comparison(Committed(), Figures.Parse(Measured(address)));
        Console.WriteLine(comparison.Table);
        Print("Better than committed; --allocations --accept keeps it so:", comparison.Hints);
        if (comparison.Problems.Count == 0)
        {
            return 0;
        }

        Print("The committed allocation is not kept:", comparison.Problems);
        Console.WriteLine(Remedy);
        return 1;
    }

    public static int Accept(Uri address)
    {
        var figures = Measured(address);
        System.IO.File.WriteAllText(File, figures);
        Console.Write(figures);
        return 0;
    }

    /// <summary>The child process: measures and prints the figures in the format of the file.</summary>
    public static async Task<int> MeasureAsync(Uri address)
    {
        var figures = new Dictionary<string, long>();
        foreach (var operation in Operation.On(address))
        {
            if (!await operation.CallAsync())
            {
                throw new InvalidOperationException($"'{operation.Name}' did not return the response that was sent.");
            }

            await Measure.TimeAsync(operation.CallAsync, operation.Calls);
            var rounds = await Rounds.RunAsync(9, [() => Measure.AllocationAsync(operation.CallAsync, operation.Calls)]);
            figures.Add(operation.Name, (long)Math.Round(Rounds.Median(rounds[0])));
        }

        Console.Write(Figures.Format(figures));
        return 0;
    }

    /// <summary>Without the file no figure is committed, and the comparison reports each one as missing.</summary>
    private static IReadOnlyDictionary<string, long> Committed() => Figures.Parse(System.IO.File.Exists(File) ? System.IO.File.ReadAllText(File) : string.Empty);

    private static string Measured(Uri address)
    {
        // Without tiered compilation: code that is recompiled while it runs allocates differently from one round to the next.
        var start = Self.With(Command, address.AbsoluteUri);
        start.Environment["DOTNET_TieredCompilation"] = "0";
        return Self.Run(start) + "\n";
    }

    private static void Print(string title, IReadOnlyList<string> sentences)
    {
        if (sentences.Count > 0)
        {
            Console.WriteLine($"\n{title}\n  {string.Join("\n  ", sentences)}");
        }
    }
}
