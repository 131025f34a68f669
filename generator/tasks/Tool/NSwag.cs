using System.Diagnostics;
using System.Reflection;
using GenAuth.Build.Api;
using GenAuth.Build.Sources;

namespace GenAuth.Build.Tool;

/// <summary>Runs NSwag in an empty folder, so that no file of an earlier run is used.</summary>
/// <param name="tool">NSwag's assembly.</param>
/// <param name="configuration">Its configuration.</param>
/// <param name="output">The folder of the sources and the resolved document.</param>
internal sealed class NSwag(string tool, string configuration, string output)
{
    /// <summary>Part of the generated files only if this project's templates wrote them.</summary>
    private const string TemplateMark = "Generated from the API document by generator/";

    /// <summary>The resolved document. It has a fixed name, because NSwag's variables cannot contain a comma or an equals sign.</summary>
    private string Document => Path.Combine(output, "resolved.json");

    /// <summary>NSwag's output folder, which is empty before the run.</summary>
    private string Folder => Path.Combine(output, "work");

    /// <summary>NSwag's version.</summary>
    private string Version => AssemblyName.GetAssemblyName(tool).Version!.ToString(3);

    private string Contracts => Path.Combine(Folder, "Contracts.cs");

    private string Clients => Path.Combine(Folder, "Clients.cs");

    /// <summary>The sources of both files, or <see langword="null"/> if NSwag succeeded without writing them from the templates.</summary>
    public IReadOnlyList<Source>? Sources(ApiModel model) =>
        IsFromTemplates(Contracts) && IsFromTemplates(Clients) ? GeneratedSources.Make(model, Version, File.ReadAllLines(Contracts), File.ReadAllLines(Clients)) : null;

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

        // Without NSwag's version in the output, a newer version that writes the same text does not change the sources.
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

    private static bool IsFromTemplates(string file) =>
        File.Exists(file) && File.ReadLines(file).Take(3).Any(line => line.Contains(TemplateMark));
}
