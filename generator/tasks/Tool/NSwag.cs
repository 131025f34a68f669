using System.Diagnostics;
using System.Reflection;

namespace GenAuth.Build;

/// <summary>One run of the tool in an empty folder: what it does not write this time must not be taken from the last time.</summary>
/// <param name="tool">The tool.</param>
/// <param name="configuration">Its configuration.</param>
/// <param name="output">The folder of the sources, where the resolved document stays.</param>
internal sealed class NSwag(string tool, string configuration, string output)
{
    /// <summary>Stands in the generated files only if they were made with this project's templates.</summary>
    private const string TemplateMark = "Made from the API document by generator/";

    /// <summary>The resolved document under a plain name, because the tool's variables cannot carry a comma or an equals sign.</summary>
    private string Document => Path.Combine(output, "resolved.json");

    /// <summary>Gets what the tool writes, and is empty before.</summary>
    private string Folder => Path.Combine(output, "work");

    /// <summary>The tool's version, as it is published.</summary>
    private string Version => AssemblyName.GetAssemblyName(tool).Version!.ToString(3);

    private string Contracts => Path.Combine(Folder, "Contracts.cs");

    private string Clients => Path.Combine(Folder, "Clients.cs");

    /// <summary>The sources of both files, or <see langword="null"/> when they are not there or not made from the templates. The tool can succeed without.</summary>
    public IReadOnlyList<Source>? Sources(ApiModel model) =>
        IsOurs(Contracts) && IsOurs(Clients) ? GeneratedSources.Make(model, Version, File.ReadAllLines(Contracts), File.ReadAllLines(Clients)) : null;

    public ToolProcess Run(ApiModel model, int timeLimit)
    {
        Delete();
        Directory.CreateDirectory(Folder);
        ResolvedDocument.Write(model, Document);

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
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private string Relative(string file)
    {
        var from = new Uri(Path.GetFullPath(configuration));
        return Uri.UnescapeDataString(from.MakeRelativeUri(new Uri(Path.GetFullPath(file))).ToString());
    }

    private static bool IsOurs(string file) =>
        File.Exists(file) && File.ReadLines(file).Take(3).Any(line => line.Contains(TemplateMark));
}
