using CsCheck;
using GenAuth.MaintainTests.Import;
using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests;

/// <summary>
/// Any document is either processed or refused with exit code 2 and one line: no command ends with an exception. Both documents of a
/// command are mutated, kinds of values included.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private static readonly string[] FrameworkMessages =
    [
        "   at ", "Object reference", "Unable to cast", "Cannot cast", "Can not convert", "Cannot convert", "Could not convert", "same key", "cannot be null", "Index was", "out of range", "Sequence contains", "Parameter '",
    ];

    private static readonly string Own = SmallApi.Project.ToString();
    private static readonly string Names = Repository.PathOf("openapi", "names.lock");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-fuzz-");

    public static TheoryData<string> Commands => ["import", "diff", "lint", "reference", "explorer"];

    [Theory]
    [MemberData(nameof(Commands))]
    public Task Command_refuses_a_mutated_document_with_one_line_or_processes_it(string command)
    {
        // Writing the explorer's page takes longest.
        var cases = FuzzCases.Count(command == "explorer" ? 5 : 25);
        return Gen.Select(Mutation.Several(5), Mutation.Several(3), Gen.Int[0, 20], Gen.Int[0, int.MaxValue]).SampleAsync(
            async (first, second, cut, place) =>
            {
                var folder = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N"));
                var (one, other) = (Write(folder, "one.json", command == "import" ? SmallApi.Published : SmallApi.Project, first, cut, place), Write(folder, "other.json", SmallApi.Project, place % 2 == 0 ? [] : second, -1, place));

                var run = await Run.CommandAsync(Arguments(command, one, other, folder));

                Assert.InRange(run.ExitCode, 0, 2);
                if (run.ExitCode == 2)
                {
                    Assert.Equal(string.Empty, run.Output);
                    Assert.Single(run.Error.TrimEnd('\r', '\n').Split('\n'));
                    Assert.DoesNotContain(FrameworkMessages, message => run.Error.Contains(message, StringComparison.Ordinal));
                    Assert.EndsWith(".", run.Error.TrimEnd(), StringComparison.Ordinal);
                }
                else
                {
                    Assert.Equal(string.Empty, run.Error);
                }

                folder.Delete(recursive: true);
            },
            iter: cases);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Arguments(string command, string one, string other, DirectoryInfo folder) => command switch
    {
        "import" => ["import", one, "--document", other],
        "diff" => ["diff", one, other, "--no-names", "--project", Repository.PathOf()],
        "lint" => ["lint", one],
        "reference" => ["reference", "--document", one, "--names", Names, "--output", Path.Combine(folder.FullName, "out")],
        _ => [command, "--document", one, "--output", Path.Combine(folder.FullName, "out")],
    };

    private static string Write(DirectoryInfo folder, string name, Newtonsoft.Json.Linq.JObject document, Mutation[] mutations, int cut, int place)
    {
        var text = mutations.Length == 0 ? document == SmallApi.Project ? Own : document.ToString() : Mutation.Apply(document, mutations).ToString();
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, cut == 0 ? text[..(place % text.Length)] : text);
        return file;
    }
}
