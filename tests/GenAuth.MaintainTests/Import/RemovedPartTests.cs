using GenAuth.MaintainTests.Import.Published;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>Parts that the service removed are listed, and deleted with an option only.</summary>
public sealed class RemovedPartTests : IDisposable
{
    private readonly ImportFolder _place = new();
    private readonly PublishedForm _service = PublishedForm.FromFacts();

    public RemovedPartTests()
    {
        ((JObject)_service.Management["paths"]!).Remove("/api/v3/list-asa-accounts");
        var parameters = (JArray)_service.Operation("get", "/api/v3/list-roles")["parameters"]!;
        parameters.Single(parameter => (string?)parameter["name"] == "keywords").Remove();
        _service.Change("UserDto", schema => ((JObject)schema["properties"]!).Remove("nickname"));
    }

    [Fact]
    public async Task Removed_operation_is_listed_and_kept()
    {
        var before = _place.Text;

        var run = await _place.ImportAsync(_service);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Management_listAsaAccount: the service no longer has this operation", run.Output, StringComparison.Ordinal);
        Assert.Contains("Management_listRoles?keywords: the service no longer has this parameter", run.Output, StringComparison.Ordinal);
        Assert.Contains("UserDto.nickname: the service no longer has this member", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Text);
    }

    [Fact]
    public async Task Removed_operation_is_deleted_with_its_types_by_the_option_remove()
    {
        var run = await _place.ImportAsync(_service, "--remove");

        Assert.Equal(0, run.ExitCode);
        Assert.Null(_place.Root["paths"]!["/api/v3/list-asa-accounts"]);
        Assert.Null(_place.Root["components"]!["schemas"]!["AsaAccountPaginatedRespDto"]);
        Assert.NotNull(_place.Root["components"]!["schemas"]!["AsaAccountSingleRespDto"]);
        Assert.DoesNotContain("nickname", _place.Root["components"]!["schemas"]!["UserDto"]!["properties"]!.Select(member => ((JProperty)member).Name));
        Assert.DoesNotContain("keywords", _place.Root["paths"]!["/api/v3/list-roles"]!["get"]!["parameters"]!.Values<string>("name"));
    }

    [Fact]
    public async Task Import_of_one_document_keeps_the_operations_of_the_other_client()
    {
        var run = await Support.Run.CommandAsync("import", _place.Write("a.json", _service.Authentication.ToString()), "--document", _place.Document, "--dry-run", "--remove");

        Assert.Contains("Management: 49", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("operation removed", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();
}
