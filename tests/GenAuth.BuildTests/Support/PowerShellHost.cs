using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace GenAuth.BuildTests;

/// <summary>The real PowerShell engine in this process: parser, parameter binding and native commands, but no other modules.</summary>
internal static class PowerShellHost
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script's file.</param>
    /// <param name="dotnet">The program that the script finds under the name dotnet.</param>
    /// <param name="parameters">The script's parameters by name.</param>
    /// <returns>Its output and its exception, including those of parameter binding.</returns>
    public static (string Output, RuntimeException? Error) Run(string script, FakeDotNet dotnet, IReadOnlyDictionary<string, object> parameters)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateAliasEntry("dotnet", dotnet.Program));
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand(script);
        foreach (var (name, value) in parameters)
        {
            shell.AddParameter(name, value);
        }

        using var output = new PSDataCollection<PSObject>();
        var run = shell.BeginInvoke<PSObject, PSObject>(input: null, output);
        if (!run.AsyncWaitHandle.WaitOne(Limit))
        {
            shell.Stop();
            throw new TimeoutException($"{script} did not end within {Limit}.");
        }

        try
        {
            shell.EndInvoke(run);
            return (Text(output), null);
        }
        catch (RuntimeException exception)
        {
            return (Text(output), exception);
        }
    }

    private static string Text(PSDataCollection<PSObject> output) => string.Join('\n', output.Select(item => item?.ToString()));
}
