using GenAuth.Build.Sources;

namespace GenAuth.GeneratorTests.Sources;

public sealed class SourceFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("genauth-sources-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void Source_whose_name_changed_only_in_case_replaces_the_old_one()
    {
        var folder = new SourceFolder(_path);

        folder.Publish([new Source("Client.MFA.g.cs", "old"), new Source("Client.g.cs", "same")]);
        folder.Publish([new Source("Client.Mfa.g.cs", "new"), new Source("Client.g.cs", "same")]);

        Assert.Equal(["Client.Mfa.g.cs", "Client.g.cs"], folder.Files().Select(Path.GetFileName));
        Assert.Equal("new", File.ReadAllText(Path.Combine(_path, "Client.Mfa.g.cs")));
    }

    [Fact]
    public void Source_with_the_same_text_keeps_its_date()
    {
        var folder = new SourceFolder(_path);
        folder.Publish([new Source("Client.g.cs", "same")]);
        var before = DateTime.UnixEpoch;
        File.SetLastWriteTimeUtc(Path.Combine(_path, "Client.g.cs"), before);

        folder.Publish([new Source("Client.g.cs", "same")]);

        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(_path, "Client.g.cs")));
    }
}
