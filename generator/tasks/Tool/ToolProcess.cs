using System.Diagnostics;
using System.Text;

namespace GenAuth.Build;

/// <summary>How a program ended and what it said.</summary>
internal sealed class ToolProcess(int exitCode, string output)
{
    public int ExitCode => exitCode;

    public string Output => output;

    /// <summary>Runs a program to its end, or to the end of its time.</summary>
    /// <param name="start">The program, its arguments and its folder.</param>
    /// <param name="timeLimit">The seconds it has.</param>
    /// <param name="name">Who is said to be late.</param>
    public static ToolProcess Run(ProcessStartInfo start, int timeLimit, string name)
    {
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(timeLimit * 1000))
        {
            process.Kill();
            Append(output, $"{name} did not end within {timeLimit} s.");
            return new ToolProcess(-1, Text(output));
        }

        // Once more without a limit, which waits for the last lines.
        process.WaitForExit();
        return new ToolProcess(process.ExitCode, Text(output));
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
