namespace GenAuth.MaintainTests.Diff;

/// <summary>A temporary folder for one test.</summary>
internal sealed class Files : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-");

    public string Folder => _folder.FullName;

    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Writes a file and returns its full name.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>The minimal sources of the SDK that the command needs.</summary>
    public string WriteProject(string version = "1.2.3")
    {
        Write("generator/GenAuth.Generator.csproj", "<Project />");
        Write("generator/nswag.json", """{ "codeGenerators": { "openApiToCSharpClient": { "protectedMethods": [ "AuthenticationClient.GetAlipayAuthInfoAsync" ] } } }""");
        Write("Directory.Build.props", $"<Project><PropertyGroup><Version>{version}</Version></PropertyGroup></Project>");
        return Folder;
    }

    public void Dispose()
    {
        // Git objects are read-only.
        foreach (var file in _folder.GetFiles("*", SearchOption.AllDirectories))
        {
            file.IsReadOnly = false;
        }

        _folder.Delete(recursive: true);
    }
}
