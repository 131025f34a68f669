namespace GenAuth.BuildTests;

/// <summary>A changed public name is an error until it is restored or accepted. The tests are the builds of a rename, in their order.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class NamesLockTests(RenamedTree renamed) : IClassFixture<RenamedTree>
{
    private const string ByName = "x-csharp-name in the document";
    private const string ByEnumNames = "x-enumNames in the document";
    private const string BySchema = "the schema's name in the document";

    public static TheoryData<string, string, string, string> Renames => new()
    {
        { "'POST /things/token'", "AuthenticationClient.ExchangeThingAsync", "AuthenticationClient.SwapThingAsync", ByName },
        { "'GET /api/v3/list-things paging'", "ManagementClient.ListThingsAutoPagingAsync", "ManagementClient.ListAllThingsAutoPagingAsync", ByName },
        { "'GET /api/v3/list-things'", "ManagementClient.ListThingsAsync", "ManagementClient.ListAllThingsAsync", ByName },
        { "'GET /api/v3/things/{thing_id}/parts ?madeSince'", "Since", "MadeAfter", ByName },
        { "'GET /api/v3/list-things options'", "ListThingsOptions", "ListAllThingsOptions", "x-csharp-options in the document" },
        { "'DELETE /api/v3/things/{thing_id}/parts {thing_id}'", "thingId", "id", ByName },
        { "'ThingDto.other_kinds'", "OtherKinds", "MoreKinds", ByName },
        { "'ThingKind.very_small'", "VerySmall", "Tiny", ByEnumNames },
        { "'StatusCode.403'", "Forbidden", "Denied", ByEnumNames },
        { "'POST /api/v3/scroll-things body'", "ScrollThingsDto", "ScrollDto", BySchema },
        { "'ListUsersOptionsDto.pagination type'", "PaginationDto", "PageDto", BySchema },
        { "'POST /api/v3/pub-event response'", "PubEventRespDto", "PubEventResultDto", BySchema },
    };

    [Theory]
    [MemberData(nameof(Renames))]
    public void GENAUTH016_reports_a_renamed_name_with_its_location_and_remedy(string identity, string old, string current, string remedy)
    {
        var error = Assert.Single(renamed.Refused.Errors, error => error.Message.StartsWith(identity, StringComparison.Ordinal));

        Assert.Equal(("GENAUTH016", renamed.LockFile), (error.Code, error.File));
        Assert.Equal($"{identity.Trim('\'')} = {old}", renamed.Locked[error.Line - 1]);
        Assert.Contains($" was called {old} and is now called {current},", error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.Contains("-p:GenAuthAcceptNames=true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Added_and_removed_names_are_accepted_by_the_build() => Assert.Equal(Renames.Count, renamed.Refused.Errors.Count);

    [Fact]
    public void Changed_name_is_refused_again_by_the_next_build_without_running_NSwag()
    {
        Assert.Equal(renamed.Refused.Errors, renamed.RefusedAgain.Errors);
        Assert.Equal(0, renamed.RefusedAgain.Generations);
    }
}

/// <summary>A tree with locked names after a rename in the document.</summary>
public class RenamedTree(RestoredGenerator restored) : IAsyncLifetime
{
    private protected const string Accept = "-p:GenAuthAcceptNames=true";

    internal SourceTree Tree { get; } = restored.Tree;

    internal string LockFile => Tree.PathOf("names.lock");

    internal IReadOnlyList<string> Locked { get; private set; } = [];

    internal BuildResult Refused { get; private set; } = null!;

    internal BuildResult RefusedAgain { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Tree.Reset();
        (await Tree.GenerateAsync(Accept)).Succeeded();
        Locked = await File.ReadAllLinesAsync(LockFile);

        Tree.Edit("small.json", Rename);
        Refused = await Tree.GenerateAsync();
        RefusedAgain = await Tree.GenerateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private protected static string Rename(string text)
    {
        (string Old, string New)[] renames =
        [
            ("\"operationId\": \"Authentication_exchangeThing\"", "\"operationId\": \"Authentication_swapThing\""),
            ("\"x-retry\": \"read\",\n        \"x-paging\": { \"style\": \"page\", \"in\": \"query\"", "\"x-csharp-name\": \"ListAllThings\",\n        \"x-retry\": \"read\",\n        \"x-paging\": { \"style\": \"page\", \"in\": \"query\""),
            ("\"x-csharp-name\": \"since\"", "\"x-csharp-name\": \"madeAfter\""),
            ("\"ID of the thing that is taken apart.\", \"schema\": { \"type\": \"string\" }", "\"ID of the thing that is taken apart.\", \"schema\": { \"type\": \"string\" }, \"x-csharp-name\": \"id\""),
            ("\"What else it is.\", \"items\": { \"$ref\": \"#/components/schemas/ThingKind\" }", "\"What else it is.\", \"items\": { \"$ref\": \"#/components/schemas/ThingKind\" }, \"x-csharp-name\": \"MoreKinds\""),
            ("\"VerySmall\"", "\"Tiny\""),
            ("\"Forbidden\"", "\"Denied\""),
            ("ScrollThingsDto", "ScrollDto"),
            ("PaginationDto", "PageDto"),
            ("PubEventRespDto", "PubEventResultDto"),
            // Added and removed at once.
            ("\"/api/v3/things\"", "\"/api/v3/new-things\""),
        ];
        return renames.Aggregate(text, (before, rename) =>
        {
            var after = before.Replace(rename.Old, rename.New, StringComparison.Ordinal);
            return after == before ? throw new InvalidOperationException($"The document does not hold '{rename.Old}'.") : after;
        });
    }
}
