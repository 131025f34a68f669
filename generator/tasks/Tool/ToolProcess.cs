using System.Diagnostics;
using System.Text;

namespace GenAuth.Build.Tool;

/// <summary>The exit code and the output of a finished process.</summary>
internal sealed class ToolProcess(int exitCode, string output)
{
    public int ExitCode => exitCode;

    public string Output => output;

    /// <summary>Runs a program until it ends or the time limit is reached.</summary>
    /// <param name="start">The program with its arguments and folder.</param>
    /// <param name="timeLimit">The time limit in seconds.</param>
    /// <param name="name">The name of the program in the timeout message.</param>
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

        // The overload without a limit waits for the end of the output.
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
