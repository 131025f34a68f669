using System.ComponentModel;
using System.Diagnostics;

namespace GenAuth.Maintain.Diff.Input;

/// <summary>Reads files of git revisions.</summary>
internal static class Git
{
    /// <summary>Runs <c>git show</c>. Without content the reason is git's error message.</summary>
    public static async Task<(string? Content, string Reason)> ShowAsync(string revision, string? folder, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo("git", ["show", revision])
        {
            WorkingDirectory = folder ?? string.Empty,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        });
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode == 0 ? await output : null, (await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new UsageException($"'{start.FileName}' could not be started: {exception.Message}. Install it, or put it on the PATH.");
        }
    }
}
