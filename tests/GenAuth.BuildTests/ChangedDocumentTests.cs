using System.Text.Json.Nodes;

namespace GenAuth.BuildTests;

/// <summary>The effects of a changed document on the library.</summary>
[Collection(SharesLibrary.Name)]
[Trait("Category", "Extended")]
public sealed class ChangedDocumentTests
{
    private const string Framework = "net10.0";

    private readonly SourceTree _tree;

    public ChangedDocumentTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Fact]
    public async Task A_removed_operation_breaks_the_build_in_the_facade_that_wraps_it()
    {
        var document = JsonNode.Parse(SmallDocument.Text)!;
        document["paths"]!.AsObject().Remove("/api/v3/get-alipay-authinfo");
        File.WriteAllText(_tree.Document, document.ToJsonString());

        // The types of the operation remain unused, so that the missing operation is the only error.
        var error = (await BuildAsync("-p:GenAuthLint=off")).FailedOnce();

        Assert.Equal("AuthenticationClient.Alipay.cs", Path.GetFileName(error.File));
        Assert.Contains("GetAlipayAuthInfoCoreAsync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_only_has_a_new_date_generates_once_and_compiles_nothing()
    {
        (await BuildAsync()).Succeeded();
        var library = _tree.PathOf($"src/GenAuth/bin/Debug/{Framework}/GenAuth.dll");
        var compiled = File.GetLastWriteTimeUtc(library);
        File.SetLastWriteTimeUtc(_tree.Document, DateTime.UtcNow);

        (await BuildAsync()).Generated(times: 1);
        var next = (await BuildAsync("-v:normal")).Generated(times: 0);

        Assert.Equal(compiled, File.GetLastWriteTimeUtc(library));
        Assert.Contains("Skipping target \"RunGenerator\"", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_reports_the_error_once_for_all_its_frameworks()
    {
        var text = SmallDocument.With("#/components/schemas/ThingRespDto", "#/components/schemas/NoDto");
        File.WriteAllText(_tree.Document, text);

        var error = (await _tree.RunAsync("build", SourceTree.Library, "--no-restore")).FailedOnce();

        Assert.Equal(("GENAUTH003", SmallDocument.LineOf(text, "NoDto")), (error.Code, error.Line));
    }

    private Task<BuildResult> BuildAsync(params string[] arguments) =>
        _tree.RunAsync(["build", SourceTree.Library, "--no-restore", "-f", Framework, "-p:RunAnalyzers=false", .. arguments]);
}
