using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>The option <c>--remove</c>, and the rows of DEVIATIONS.md with a star.</summary>
public sealed class RemoveTests : IDisposable
{
    private readonly TinyApi _api = new();

    public static TheoryData<string, string, string> Rows => new()
    {
        // A removed part, a row that keeps it, and its location in the document.
        { "operation", "Management_get*", "paths./api/v3/get-thing" },
        { "parameter", "Management_*?with*", "paths./api/v3/get-thing.get.parameters[1]" },
        { "body", "Authentication_* body", "paths./api/v3/login.post.requestBody" },
        { "member", "Thing*.logo", "components.schemas.ThingDto.properties.logo" },
        { "value", "Shade *", "components.schemas.Shade.enum[1]" },
        { "type", "Sha*", "components.schemas.Shade" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Remove_deletes_what_the_service_no_longer_has(string what, string row, string path)
    {
        Assert.NotEmpty(row);
        TakeAway(what);

        var run = await _api.ImportAsync("--remove");

        Assert.Equal(string.Empty, run.Error);
        Assert.Contains($"{what} removed", run.Output, StringComparison.Ordinal);
        Assert.Null(Find(path));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Remove_keeps_what_a_row_with_a_star_covers(string what, string row, string path)
    {
        TakeAway(what);
        _api.Deviate(row, "-", "*");

        var run = await _api.ImportAsync("--remove");

        Assert.Equal(string.Empty, run.Error);
        Assert.DoesNotContain($"{what} removed", run.Output, StringComparison.Ordinal);
        Assert.NotNull(Find(path));
    }

    [Fact]
    public async Task A_row_with_a_star_that_keeps_an_operation_does_not_hide_a_new_one()
    {
        _api.Deviate("*_get*", "-", "*");
        var added = (JObject)_api.PublishedOperation("/api/v3/get-thing").DeepClone();
        added["operationId"] = "ThingController_getOther";
        _api.Published["paths"]!["/api/v3/get-other"] = new JObject { ["get"] = added };

        await _api.ImportAsync();

        Assert.NotNull(_api.Root["paths"]!["/api/v3/get-other"]);
    }

    public void Dispose() => _api.Dispose();

    private JToken? Find(string path)
    {
        JToken? token = _api.Root;
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            token = token switch
            {
                JObject owner => owner[part],
                JArray list => list.ElementAtOrDefault(int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        return token;
    }

    private void TakeAway(string what)
    {
        switch (what)
        {
            case "operation":
                // Another operation of the same client, so that the document counts as one of that client.
                var other = (JObject)_api.PublishedOperation("/api/v3/get-thing").DeepClone();
                other["operationId"] = "ThingController_find";
                ((JObject)_api.Published["paths"]!).Property("/api/v3/get-thing")!.Replace(new JProperty("/api/v3/find", new JObject { ["get"] = other }));
                _api.Change(root =>
                {
                    var own = root["paths"]!["/api/v3/get-thing"]!.DeepClone();
                    own["get"]!["operationId"] = "Management_find";
                    root["paths"]!["/api/v3/find"] = own;
                });
                break;
            case "parameter":
                _api.PublishedOperation("/api/v3/get-thing")["parameters"]![1]!.Remove();
                break;
            case "body":
                _api.PublishedOperation("/api/v3/login").Remove("requestBody");
                break;
            case "member":
                ((JObject)_api.PublishedType("ThingDto")["properties"]!).Remove("logo");
                break;
            case "value":
                _api.PublishedType("Shade")["enum"]![1]!.Remove();
                break;
            case "type":
                _api.PublishedType("ThingDto")["properties"]!["shade"] = JObject.Parse("""{ "type": "integer", "format": "int32" }""");
                break;
        }
    }
}
