using GenAuth.Tests.Support;
using PublicApiGenerator;

namespace GenAuth.Tests.PublicApi;

/// <summary>
/// A complete listing for the newest framework, and the differences for each other framework, so that a change of
/// the API is reviewed once.
/// </summary>
public sealed class PublicApiTests
{
    private const string Reference = "net10.0";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Without this the registration methods, which live in a namespace of the framework, would be left out.
        DenyNamespacePrefixes = [],
    };

    [Theory]
    [InlineData("GenAuth")]
    [InlineData("GenAuth.AspNetCore")]
    [InlineData("GenAuth.OpenIdConnect")]
    [InlineData("GenAuth.Sm2")]
    [InlineData("GenAuth.Testing")]
    public void The_public_api_of_the_newest_framework_is_the_committed_one(string assembly) => AssertCommitted(assembly, Reference);

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("GenAuth", "netstandard2.0")]
    [InlineData("GenAuth", "net8.0")]
    [InlineData("GenAuth.AspNetCore", "net8.0")]
    [InlineData("GenAuth.OpenIdConnect", "netstandard2.0")]
    [InlineData("GenAuth.OpenIdConnect", "net8.0")]
    [InlineData("GenAuth.Sm2", "netstandard2.0")]
    [InlineData("GenAuth.Sm2", "net8.0")]
    [InlineData("GenAuth.Testing", "net8.0")]
    public void The_public_api_of_an_older_framework_differs_as_committed(string assembly, string framework) => AssertCommitted(assembly, framework);

    private static void AssertCommitted(string assembly, string framework)
    {
        var listing = Repository.PathOf("tests", "GenAuth.Tests", "PublicApi", $"{assembly}.{framework}.txt");
        var built = framework == Reference
            ? Listing(assembly, framework)
            : [$"As {assembly}.{Reference}.txt, but for:", .. LineDifference.Between(Listing(assembly, Reference), Listing(assembly, framework))];
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

    private static string[] Listing(string assembly, string framework) => Lines(BuiltLibrary.Load(assembly, framework).GeneratePublicApi(Options));

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
