using System.Diagnostics;
using System.Reflection;

namespace GenAuth.Build;

/// <summary>One run of the tool in an empty folder: what it does not write this time must not be taken from the last time.</summary>
internal sealed class NSwag(string tool, string configuration, string folder)
{
    /// <summary>Stands in the generated files only if they were made with this project's templates.</summary>
    private const string TemplateMark = "Made from the API document by generator/";

    /// <summary>The document under a plain name, because the tool's variables cannot carry a comma or an equals sign.</summary>
    public string Document => Path.Combine(folder, "document.json");

    /// <summary>The tool's version, as it is published.</summary>
    public string Version => AssemblyName.GetAssemblyName(tool).Version!.ToString(3);

    public string Contracts => Path.Combine(folder, "Contracts.cs");

    public string Clients => Path.Combine(folder, "Clients.cs");

    /// <summary>Whether both files are there, and made from the templates. The tool can succeed without.</summary>
    public bool HasWritten => IsOurs(Contracts) && IsOurs(Clients);

    public ToolProcess Run(string document, int timeLimit)
    {
        Delete();
        Directory.CreateDirectory(folder);
        File.Copy(document, Document);

        var variables = $"Document={Relative(Document)},Contracts={Relative(Contracts)},Clients={Relative(Clients)}";
        var start = new ProcessStartInfo
        {
            FileName = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Arguments = $"""
                "{tool}" run "{configuration}" "/variables:{variables}"
                """,
            WorkingDirectory = Path.GetDirectoryName(configuration),
        };

        // Without the tool's version in the output a newer tool that writes the same text makes no difference.
        start.EnvironmentVariables["NSWAG_NOVERSION"] = "1";
        start.EnvironmentVariables["DOTNET_ROLL_FORWARD"] = "Major";
        return ToolProcess.Run(start, timeLimit, "The tool");
    }

    public void Delete()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string Relative(string file)
    {
        var from = new Uri(Path.GetFullPath(configuration));
        return Uri.UnescapeDataString(from.MakeRelativeUri(new Uri(Path.GetFullPath(file))).ToString());
    }

    private static bool IsOurs(string file) =>
        File.Exists(file) && File.ReadLines(file).Take(3).Any(line => line.Contains(TemplateMark)) && Marks.AreIn(File.ReadAllLines(file));
}
