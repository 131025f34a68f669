using System.Reflection;
using GenAuth.Sm2;
using PublicApiGenerator;

namespace GenAuth.OpenIdConnect.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Without this the registration methods, which live in a namespace of the framework, would be left out.
        DenyNamespacePrefixes = [],
    };

    [Theory]
    [InlineData(typeof(OpenIdConnectClient))]
    [InlineData(typeof(Sm2PasswordCipher))]
    public void Public_api_is_the_committed_one(Type type) => AssertCommitted(type.Assembly, Folder());

    private static void AssertCommitted(Assembly assembly, string folder)
    {
        var listing = Path.Combine(folder, assembly.GetName().Name + ".net10.0.txt");
        var built = assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("GENAUTH_ACCEPT_API") == "1")
        {
            File.WriteAllText(listing, built);
        }

        Assert.True(
            File.Exists(listing) && File.ReadAllText(listing).ReplaceLineEndings("\n") == built,
            $"The public API is not the one in {listing}. If you meant that, run the test again with the environment variable GENAUTH_ACCEPT_API=1 and commit the file:\n{built}");
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Directory.Packages.props")))
        {
            root = root.Parent!;
        }

        return Path.Combine(root.FullName, "tests", "GenAuth.OpenIdConnect.Tests", "PublicApi");
    }
}
