using System.Globalization;
using System.Text.RegularExpressions;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Generation;

/// <summary>How the times of the build step and of the compiler grow with the document. They should grow in proportion.</summary>
internal static partial class GenerationGrowth
{
    public const string Mode = "--generation";

    private const string Library = "src/GenAuth";
    private const int Few = 100;
    private const int Many = 2_500;

    private static readonly string[] Products = [Library + "/bin", Library + "/obj/Release"];

    private static readonly string[] Columns =
    [
        "operations", "schemas", "generated, kB", "NSwag itself, s", "the build step, s", "the library for net10.0, with analyzers, s",
        "the library for all frameworks, s", "GenAuth.dll for net10.0, kB",
    ];

    public static int Run()
    {
        using var copy = new SourceCopy(Repository.Root);
        // The names of the whole API do not apply to the built document.
        File.Delete(copy.PathOf("openapi/names.lock"));
        var document = new SizedDocument(File.ReadAllText(copy.PathOf("openapi/genauth-v3.json")));
        copy.Run("restore", Library);
        // Not measured: it compiles the step's tasks and starts the servers that later builds use.
        Measure(copy, document, Few);

        Console.WriteLine($"| {string.Join(" | ", Columns)} |\n|{string.Concat(Columns.Select(_ => "---|"))}");
        var whole = Measure(copy, document, document.Operations);
        Print(whole, whole);
        Print(Measure(copy, document, Few), whole);
        Print(Measure(copy, document, Many), whole);
        return 0;
    }

    /// <summary>The figures of one document, in the order of the columns.</summary>
    private static double[] Measure(SourceCopy copy, SizedDocument document, int operations)
    {
        var sized = document.Create(operations);
        var file = copy.PathOf("sized.json");
        File.WriteAllText(file, sized.ToJsonString());
        // Copied operations are not in the order of the conventions.
        var property = $"-p:GenAuthOpenApi={file};GenAuthLint=off";

        var step = copy.Run("build", "generator", "-t:Rebuild", "--no-restore", property);
        var one = Compile("-f", "net10.0");
        var all = Compile();
        return
        [
            operations,
            sized["components"]!["schemas"]!.AsObject().Count,
            new DirectoryInfo(copy.PathOf("generator/obj/generated")).GetFiles("*.g.cs").Sum(source => source.Length) / 1e3,
            TimeSpan.Parse(Duration().Match(File.ReadAllText(copy.PathOf("generator/obj/generated/nswag.log"))).Value, CultureInfo.InvariantCulture).TotalSeconds,
            step.TotalSeconds,
            one.TotalSeconds,
            all.TotalSeconds,
            new FileInfo(copy.PathOf($"{Library}/bin/Release/net10.0/GenAuth.dll")).Length / 1e3,
        ];

        TimeSpan Compile(params string[] frameworks)
        {
            foreach (var product in Products.Select(copy.PathOf).Where(Directory.Exists))
            {
                Directory.Delete(product, recursive: true);
            }

            return copy.Run(["build", Library, "-c", "Release", "--no-restore", property, .. frameworks]);
        }
    }

    /// <summary>One line, each figure with its ratio to the whole API's.</summary>
    private static void Print(double[] figures, double[] whole)
    {
        var cells = figures.Zip(whole, (figure, limit) => string.Create(
            CultureInfo.InvariantCulture, $"{figure.ToString(figure < 100 ? "N1" : "N0", CultureInfo.InvariantCulture)} ({figure / limit:F2})"));
        Console.WriteLine($"| {string.Join(" | ", cells)} |");
    }

    [GeneratedRegex(@"(?<=Duration: )[\d:.]+")]
    private static partial Regex Duration();
}
