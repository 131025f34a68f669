using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace GenAuth.BuildTests.Upgrade;

/// <summary>Imports a new version of the published API into the library with every command that a maintainer runs.</summary>
[Trait("Category", "Extended")]
public sealed class UpgradeTests
{
    private static readonly string[] Published = [TestData.File("upgrade", "authentication.json"), TestData.File("upgrade", "management.json")];

    [Fact]
    public async Task Imported_document_with_planted_changes_becomes_a_library_whose_tests_fail_for_the_planted_changes_only()
    {
        using var tree = new UpgradeTree();

        var import = await tree.MaintainAsync(["import", .. Published]);
        Assert.Equal(1, import.ExitCode);
        Assert.Contains("11 changes, 28 questions to decide.", import.Output, StringComparison.Ordinal);

        var unfinished = await tree.RunAsync("build", "generator");
        Assert.Equal(1, unfinished.ExitCode);
        Assert.Contains("GENAUTH151", unfinished.Output, StringComparison.Ordinal);

        tree.EditDocument(Decide);
        (await tree.RunAsync("build", "generator", "-p:GenAuthAcceptNames=true")).Succeeded();
        Assert.Contains("GetAlipayAgreementAsync(string agreementNo,", tree.Text("generator", "obj", "generated", "AuthenticationClient.Login.g.cs"), StringComparison.Ordinal);

        var diff = await tree.MaintainAsync("diff", tree.OldDocument, tree.Document, "--format", "json", "--output", "diff.json");
        Assert.Equal(1, diff.ExitCode);
        Assert.Equal(
            [
                "breaking: UserMfaRespDto.SmsMfaStatus is int instead of string",
                "behaviour: UserMfaRespDto.EmailMfaStatus is optional now: string? instead of string",
                "compatible: AuthenticationClient.GetAlipayAgreementAsync(string, …) is new",
                "compatible: AuthenticationClient.GetAlipayAuthInfoAsync(string, …): Scene is new and optional",
                "compatible: AlipayAgreementDto is new",
                "compatible: AlipayAgreementRespDto is new",
                "compatible: AlipayAgreementStatus is new",
                "compatible: AlipayAuthInfoDataDto.ExpiresIn is new",
                "compatible: DeleteGroupsReqDto.CodeList has the maxItems 100 instead of 50",
                "compatible: DeleteGroupsReqDto.Force is new",
                "compatible: GetAlipayAuthInfoScene is new",
            ],
            JObject.Parse(tree.Text("diff.json"))["changes"]!
                .Where(change => (string?)change["severity"] != "documentation")
                .Select(change => $"{change["severity"]}: {change["name"]} {change["what"]}"));

        (await tree.MaintainAsync("reference", "--output", "reference")).Succeeded();
        Assert.Contains("agreementNo", tree.Text("reference", "authentication", "GetAlipayAgreement.md"), StringComparison.Ordinal);

        // Hand-written text about an operation must be reviewed when the operation changes.
        var stale = await tree.RunAsync("build", SourceTree.Library, "-f", "net10.0");
        Assert.Matches(@"AuthenticationClient\.Alipay\.cs\(\d+,\d+\): error CS1503", stale.Output);
        tree.Edit(Path.Combine(SourceTree.Library, "Clients", "AuthenticationClient.Alipay.cs"), "CoreAsync(extIdpConnIdentifier, ", "CoreAsync(extIdpConnIdentifier, null, ");

        await TestAsync(tree);
    }

    /// <summary>The decisions for the questions of import.</summary>
    private static void Decide(JObject document)
    {
        var number = 0;
        foreach (var text in document.Descendants().OfType<JValue>().Where(value => value.Value is string text && text.StartsWith("TODO: ", StringComparison.Ordinal)).ToList())
        {
            text.Value = $"What Alipay and the service have agreed on, part {++number}.";
        }

        document["paths"]!["/api/v3/get-alipay-agreement"]!["get"]!["x-retry"] = "read";
        document["paths"]!["/api/v3/get-alipay-authinfo"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["example"]!["data"]!["expiresIn"] = 900;
    }

    /// <summary>
    /// The tests that read the document follow it. Two fail: the hand-written method lacks the new parameter of the Alipay
    /// operation, and the stub file of that operation lacks its new member.
    /// </summary>
    private static async Task TestAsync(UpgradeTree tree)
    {
        var run = await tree.RunAsync(
            "test", "tests/GenAuth.ContractTests", $"-p:GenAuthTestResults={tree.Results}",
            "--filter", "DisplayName~etAlipay|DisplayName~getUserMfaInfo|DisplayName~deleteGroupsBatch|FullyQualifiedName~StubFilesTests");

        var file = Path.Combine(tree.Results, "GenAuth.ContractTests.trx");
        Assert.True(File.Exists(file), run.Output);
        Assert.Equal(1, run.ExitCode);
        var results = XDocument.Load(file).Descendants()
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .ToLookup(element => (string)element.Attribute("outcome")!, element => (string)element.Attribute("testName")!);
        Assert.All(["getAlipayAgreement", "getAlipayAuthInfo", "getUserMfaInfo", "deleteGroupsBatch"],
            operation => Assert.Contains(results["Passed"], name => name.Contains("Operation_reads_the_response_of_the_service", StringComparison.Ordinal) && name.Contains(operation, StringComparison.Ordinal)));
        Assert.Equal(2, results["Failed"].Count());
        Assert.Contains(results["Failed"], name => name.Contains("Operation_sends_what_the_document_describes", StringComparison.Ordinal) && name.Contains("getAlipayAuthInfo", StringComparison.Ordinal));
        Assert.Contains(results["Failed"], name => name.Contains("StubFilesTests.Every_stub", StringComparison.Ordinal));
    }
}
