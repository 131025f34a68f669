using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_command_that_does_not_exist_is_named_and_nothing_is_done()
    {
        var run = await Run.OfAsync("improt");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("improt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_goes_to_the_output()
    {
        var run = await Run.OfAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("when the API changes", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }
}
