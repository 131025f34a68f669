using GenAuth.MaintainTests.Support;

namespace GenAuth.MaintainTests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Unknown_command_is_refused()
    {
        var run = await Run.CommandAsync("improt");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("improt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_is_written_to_the_output()
    {
        var run = await Run.CommandAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("when the API changes", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }
}
