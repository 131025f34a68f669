namespace GenAuth.BuildTests;

/// <summary>Operations are written to one file for each tag, types to one for each first letter; files of removed ones are deleted.</summary>
[Collection(SharesBuildStep.Name)]
[Trait("Category", "Extended")]
public sealed class SplitTests
{
    private static readonly string[] Files =
    [
        "AuthenticationClient.Approvals", "AuthenticationClient.Events", "AuthenticationClient.Files", "AuthenticationClient.Login", "AuthenticationClient.Things",
        "IAuthenticationClient", "IManagementClient",
        "Json.A", "Json.B", "Json.G", "Json.L", "Json.O", "Json.P", "Json.S", "Json.T", "Json.U", "Json.W",
        "ManagementClient.ListsOfThings", "ManagementClient.Users",
        "Models.A", "Models.B", "Models.G", "Models.L", "Models.N", "Models.O", "Models.P", "Models.S", "Models.T", "Models.U", "Models.W", "Origin",
    ];

    private readonly SourceTree _tree;

    public SplitTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task Generated_files_are_split_by_tag_and_first_letter()
    {
        (await _tree.GenerateAsync()).Succeeded();
        Assert.Equal(Files, Names());
        (await _tree.GenerateAsync()).Generated(times: 0);

        // Renames a tag, and removes the last type with members that starts with W.
        _tree.Edit("small.json", text => text
            .Replace("\"Files\"", "\"Photos\"", StringComparison.Ordinal)
            .Replace("\"WechatLoginTokenRespDto\"", "\"UserVisitTokenRespDto\"", StringComparison.Ordinal));
        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.Equal(
            Files.Except(["AuthenticationClient.Files", "Json.W"]).Append("AuthenticationClient.Photos").Order(StringComparer.Ordinal), Names());
        (await _tree.GenerateAsync()).Generated(times: 0);

        File.Delete(_tree.PathOf("generator/obj/generated/Models.G.g.cs"));
        File.Delete(_tree.PathOf("generator/obj/generated/Json.G.g.cs"));
        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.Superset(new HashSet<string> { "Models.G", "Json.G" }, Names().ToHashSet());
    }

    private IEnumerable<string> Names() => _tree.GeneratedFiles().Select(file => Path.GetFileName(file)[..^".g.cs".Length]);
}
