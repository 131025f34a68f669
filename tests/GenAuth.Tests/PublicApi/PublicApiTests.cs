using GenAuth.Tests.Support;
using PublicApiGenerator;

namespace GenAuth.Tests.PublicApi;

public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Without this the registration methods, which live in a namespace of the framework, would be left out.
        DenyNamespacePrefixes = [],
    };

    [Theory]
    [InlineData("GenAuth", "netstandard2.0")]
    [InlineData("GenAuth", "net8.0")]
    [InlineData("GenAuth", "net10.0")]
    [InlineData("GenAuth.Testing", "net8.0")]
    [InlineData("GenAuth.Testing", "net10.0")]
    public void The_public_api_is_the_committed_one(string assembly, string framework)
    {
        var listing = Repository.PathOf("tests", "GenAuth.Tests", "PublicApi", $"{assembly}.{framework}.txt");
        var built = Lines(BuiltLibrary.Load(assembly, framework).GeneratePublicApi(Options));
        if (Environment.GetEnvironmentVariable("GENAUTH_ACCEPT_API") == "1")
        {
            File.WriteAllText(listing, string.Join('\n', built) + "\n");
        }

        var committed = File.Exists(listing) ? Lines(File.ReadAllText(listing)) : [];

        Assert.True(
            committed.SequenceEqual(built),
            $"""
            The public API of {assembly} for {framework} is not the one in {Path.GetRelativePath(Repository.Root, listing)}.
            If you meant that, run the test again with the environment variable GENAUTH_ACCEPT_API=1 and commit the file:

            {string.Join('\n', LineDifference.Between(committed, built))}
            """);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
