namespace GenAuth.BuildTests;

/// <summary>The result does not depend on where, when and by whom it is built.</summary>
[Trait("Category", "Extended")]
public sealed class PlaceTests
{
    [Fact]
    public async Task Folder_name_with_a_blank_a_comma_an_equals_sign_and_an_accent_builds()
    {
        using var tree = new SourceTree("gen auth,a=b é ");
        tree.TakeCompiledTasks();
        // In the document's usual place, because the command line cannot carry a comma in a property.
        File.Copy(tree.Document, tree.PathOf("openapi/genauth-v3.json"), overwrite: true);

        (await DotNet.RunAsync(tree.Root, ["build", SourceTree.Library, "-f", "net10.0", "-p:RunAnalyzers=false"])).Generated(times: 1);
        (await DotNet.RunAsync(tree.Root, ["build", SourceTree.Library, "-f", "net10.0", "-p:RunAnalyzers=false", "--no-restore"])).Generated(times: 0);
    }

    [Fact]
    public async Task Generated_code_does_not_depend_on_folder_time_zone_and_language()
    {
        using var here = new SourceTree();
        using var there = new SourceTree("elsewhere-");
        here.TakeCompiledTasks();
        there.TakeCompiledTasks();

        var first = await GenerateAsync(here, "UTC", "en_US.UTF-8");
        var second = await GenerateAsync(there, "Pacific/Kiritimati", "tr_TR.UTF-8");

        Assert.Equal(first, second);
    }

    private static async Task<string> GenerateAsync(SourceTree tree, string timeZone, string language)
    {
        var environment = new Dictionary<string, string?> { ["TZ"] = timeZone, ["LANG"] = language, ["LC_ALL"] = language };
        (await tree.RunAsync(environment, "build", SourceTree.Generator)).Generated(times: 1);
        return tree.GeneratedText();
    }
}
