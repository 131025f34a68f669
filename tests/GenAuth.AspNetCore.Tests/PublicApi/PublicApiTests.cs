using PublicApiGenerator;

namespace GenAuth.AspNetCore.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Without this the methods of registration, which live in namespaces of the framework, would be left out.
        DenyNamespacePrefixes = [],
    };

    [Fact]
    public void Public_api_is_the_committed_one()
    {
        var listing = Path.Combine(GetFolder(), "GenAuth.AspNetCore.net10.0.txt");
        var built = typeof(GenAuthApiOptions).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("GENAUTH_ACCEPT_API") == "1")
        {
            File.WriteAllText(listing, built);
        }

        Assert.True(
            File.Exists(listing) && File.ReadAllText(listing).ReplaceLineEndings("\n") == built,
            $"The public API is not the one in {listing}. If you meant that, run the test again with the environment variable GENAUTH_ACCEPT_API=1 and commit the file:\n{built}");
    }

    private static string GetFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Directory.Packages.props")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "tests", "GenAuth.AspNetCore.Tests", "PublicApi");
    }
}
