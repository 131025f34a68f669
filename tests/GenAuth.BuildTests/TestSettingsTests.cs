namespace GenAuth.BuildTests;

/// <summary>Which tests a run selects.</summary>
[Trait("Category", "Extended")]
public sealed class TestSettingsTests
{
    [Theory]
    [InlineData("Category!=Extended&Category!=Browser")]
    [InlineData("Category!=Extended&Category!=Browser", "-p:InnerLoop=true")]
    [InlineData("Category!=Browser", "-p:ExtendedTests=true")]
    // What the option --filter sets.
    [InlineData("FullyQualifiedName~Some", "-p:VSTestTestCaseFilter=FullyQualifiedName~Some")]
    public async Task Extended_tests_run_only_when_asked_for_or_selected_by_a_filter(string filter, params string[] arguments)
    {
        var result = await DotNet.RunAsync(TestData.Root, ["msbuild", "tests/GenAuth.Tests", "-getProperty:VSTestTestCaseFilter", .. arguments]);

        Assert.Equal(filter, result.Succeeded().Output.Trim());
    }
}
