using System.Globalization;
using GenAuth.BuildTests.Diff;
using Newtonsoft.Json.Linq;

namespace GenAuth.BuildTests;

/// <summary>The changes that diff reports agree with the results of the compiler and the runtime.</summary>
[Trait("Category", "Extended")]
public sealed class DiffVerdictTests(DiffedLibraries libraries) : IClassFixture<DiffedLibraries>
{
    public static TheoryData<Plant> Plants => [.. Plant.All];

    [Theory]
    [MemberData(nameof(Plants))]
    public void Sources_compile_as_diff_reports(Plant plant) => Assert.Equal(SourceVerdict(plant), (string?)libraries.ChangeOf(plant)["source"]);

    [Theory]
    [MemberData(nameof(Plants))]
    public void Compiled_programs_bind_as_diff_reports(Plant plant)
    {
        var failures = plant.Variants.SelectMany(use => Binder.Failures(Consumer.Using(use, libraries.Old).Image, libraries.Old, libraries.New)).ToList();

        Assert.True((failures.Count != 0) == (bool)libraries.ChangeOf(plant)["binary"]!, $"{libraries.ChangeOf(plant)}\n{string.Join('\n', failures)}");
    }

    [Fact]
    public async Task Program_compiled_before_the_first_optional_parameter_runs_and_sends_the_same_request() =>
        Assert.Equal(
            [
                "/plant/first-optional?a=plain", "/plant/first-optional?a=settings", "/plant/only-optional", "/plant/optional-added?a=old&b=1",
                "/plant/first-optional-paging?limit=2&page=1",
            ],
            await OldProgram.RunAsync(libraries.Old, libraries.New));

    [Fact]
    public void Every_breaking_rule_of_diff_is_verified()
    {
        var proved = Plant.All.Select(plant => (plant.Wire, plant.Rule)).ToHashSet();

        Assert.DoesNotContain(libraries.Changes, change => (string?)change["severity"] == "breaking" && !proved.Contains(Key(change)));
    }

    [Fact]
    public void Implementers_of_an_interface_are_affected_as_diff_reports()
    {
        var source = Consumer.Implementing("GenAuth.IManagementClient", libraries.Old, libraries.New);
        var binary = Consumer.Implementing("GenAuth.IManagementClient", libraries.Old, libraries.Old);
        var named = libraries.Changes.Where(change => (bool)change["implementers"]!).Select(change => ((string)change["name"]!).Split('(')[0].Split('.')[1]).ToList();

        Assert.Empty(binary.Errors);
        Assert.Equal(["FirstOptionalAsync", "FirstOptionalPagingAsync", "NewcomerAsync", "OnlyOptionalAsync", "PagingAddedAutoPagingAsync"], named.Order(StringComparer.Ordinal));
        Assert.All(named, method => Assert.Contains(source.Errors, error => error.Id == "CS0535" && error.GetMessage(CultureInfo.InvariantCulture).Contains($".{method}(", StringComparison.Ordinal)));
        Assert.NotEmpty(Binder.Failures(binary.Image, libraries.Old, libraries.New));
    }

    [Fact]
    public void Names_of_diff_are_those_of_the_build() =>
        Assert.Equal(libraries.Changes.Select(change => change.ToString()), libraries.ChangesWithoutLock.Select(change => change.ToString()));

    private string SourceVerdict(Plant plant)
    {
        var named = Outcome(plant.Use);
        var byPosition = plant.ByPosition is null ? named : Outcome(plant.ByPosition);
        return (named.Compiles, byPosition.Compiles) switch
        {
            (true, true) => named.Warns || byPosition.Warns ? "warning" : "none",
            (true, false) => "positional",
            (false, true) => "named",
            _ => "break",
        };
    }

    /// <summary>Positional arguments that bind to other parameters than before count as not compiling.</summary>
    private (bool Compiles, bool Warns) Outcome(string use)
    {
        var before = Consumer.Using(use, libraries.Old);
        var after = Consumer.Using(use, libraries.New);
        Assert.True(before.Errors.Count == 0, string.Join('\n', before.Errors));
        var compiles = after.Errors.Count == 0
            && before.Arguments.Zip(after.Arguments).All(pair => pair.First == pair.Second || !after.Parameters.Contains(pair.First));
        return (compiles, compiles && after.Warnings > before.Warnings);
    }

    private static (string Wire, string Rule) Key(JObject change) => ((string)change["wire"]!, (string)change["rule"]!);
}
