namespace GenAuth.BuildTests.Diff;

/// <summary>A change between the documents of <c>documents/diff</c>, and code that uses the changed element.</summary>
/// <param name="Wire">Where the change is.</param>
/// <param name="Rule">Which change it is.</param>
/// <param name="Use">Statements that compile against the old client; arguments are named.</param>
/// <param name="ByPosition">The same with positional arguments, up to the request options.</param>
public sealed record Plant(string Wire, string Rule, string Use, string? ByPosition = null)
{
    private const string Options = "new RequestOptions()";

    public static IReadOnlyList<Plant> All { get; } =
    [
        new("GET /plant/gone", "operation-removed", "client.GoneAsync(a: \"x\");"),
        Call("optional-added ?c", "optional-parameter-added", "OptionalAdded", "a: \"x\", options: new() { B = 1 }", "\"x\", new OptionalAddedOptions { B = 1 }"),
        Call("first-optional ?b", "optional-parameter-added", "FirstOptional", "a: \"x\"", "\"x\""),
        First("\"x\""),
        First("\"x\", null"),
        First("\"x\", default, default"),
        First("\"x\", new() { MaxRetries = 1 }"),
        First("\"x\", requestOptions: new()"),
        First("\"x\", requestOptions: null"),
        First("\"x\", cancellationToken: default"),
        First("cancellationToken: default, requestOptions: null, a: \"x\""),
        new("GET /plant/first-optional ?b", "optional-parameter-added", "client.Plants.FirstOptionalAsync(\"x\");"),
        new("GET /plant/only-optional ?b", "optional-parameter-added", "client.OnlyOptionalAsync(requestOptions: null);", $"client.OnlyOptionalAsync({Options});"),
        new("GET /plant/only-optional ?b", "optional-parameter-added", "client.OnlyOptionalAsync();", "client.OnlyOptionalAsync(null);"),
        new("GET /plant/first-optional-paging ?b", "optional-parameter-added", "client.FirstOptionalPagingAutoPagingAsync(page: 1, limit: 2);", $"client.FirstOptionalPagingAutoPagingAsync(1, 2, {Options});"),
        Call("option-renamed ?b", "parameter-renamed", "OptionRenamed", "options: new() { B = 1 }", "new OptionRenamedOptions { B = 1 }"),
        Call("options-renamed options", "options-renamed", "OptionsRenamed", "options: new OptionsRenamedOptions()", "new OptionsRenamedOptions()"),
        Call("required-added ?c", "required-parameter-added", "RequiredAdded", "a: \"x\"", "\"x\""),
        Call("optional-removed ?b", "parameter-removed", "OptionalRemoved", "a: \"x\", options: new() { B = 1 }", "\"x\", new OptionalRemovedOptions { B = 1 }"),
        Call("parameter-renamed ?a", "parameter-renamed", "ParameterRenamed", "a: \"x\"", "\"x\""),
        new("GET /plant/number-required ?b", "parameter-required", "client.NumberRequiredAsync();"),
        new("GET /plant/text-required ?b", "parameter-required", "client.TextRequiredAsync();"),
        Call("text-optional ?b", "parameter-optional", "TextOptional", "b: \"x\"", "\"x\""),
        Call("number-optional ?b", "parameter-optional", "NumberOptional", "b: 1", "1"),
        Call("optional-moves ?a", "parameter-optional", "OptionalMoves", "a: \"x\", c: 1", "\"x\", 1"),
        Call("widened ?b", "parameter-type-changed", "Widened", "b: number", "number"),
        Call("widened-optional ?b", "parameter-type-changed", "WidenedOptional", "options: new() { B = numberOrNot }", "new WidenedOptionalOptions { B = numberOrNot }"),
        Call("narrowed ?b", "parameter-type-changed", "Narrowed", "b: longNumber", "longNumber"),
        Call("text-to-set ?b", "parameter-type-changed", "TextToSet", "options: new() { B = text }", "new TextToSetOptions { B = text }"),
        Call("set-to-text ?b", "parameter-type-changed", "SetToText", "b: ThingKind.Big", "ThingKind.Big"),
        Call("number-to-set ?b", "parameter-type-changed", "NumberToSet", "options: new() { B = numberOrNot }", "new NumberToSetOptions { B = numberOrNot }"),
        Call("set-to-number ?b", "parameter-type-changed", "SetToNumber", "b: StatusCode.Ok", "StatusCode.Ok"),
        Call("text-to-flag ?b", "parameter-type-changed", "TextToFlag", "b: text", "text"),
        Call("swapped", "parameters-reordered", "Swapped", "a: \"x\", b: \"y\"", "\"x\", \"y\""),
        Call("swapped-types", "parameters-reordered", "SwappedTypes", "a: \"x\", b: 1", "\"x\", 1"),
        Call("wire-renamed ?aa", "parameter-wire-name-changed", "WireRenamed", "a: \"x\"", "\"x\""),
        new("GET /plant/response response", "response-type-changed", "ThingRespDto response = client.ResponseAsync().Result;"),
        new("GET /plant/paging-gone paging", "paging-removed", "client.PagingGoneAutoPagingAsync();"),
        new("GET /plant/paging-item paging", "paging-item-changed", "IAsyncEnumerable<ThingDto> things = client.PagingItemAutoPagingAsync();"),
        new("GET /plant/renamed", "operation-renamed", "client.RenamedAsync();"),
        new("GET /plant/operation-id", "operation-id-changed", "client.IdentifiedAsync();"),
        new("GET /plant/retold", "operation-documentation-changed", "client.RetoldAsync();"),
        new("GET /plant/tag area", "operation-area-changed", "client.Plants.TaggedAsync();"),
        new("GET /plant/deprecated", "operation-deprecated", "client.OutdatedAsync();"),
        new("GET /plant/retry", "retry-changed", "client.RetriedAsync();"),
        new("POST /plant/body-required (body)", "parameter-required", "client.BodyRequiredAsync();"),
        new("POST /plant/body-type (body)", "parameter-type-changed", "client.BodyTypeAsync(body: new ThingDto());", $"client.BodyTypeAsync(new ThingDto(), {Options});"),
        Call("body-added (body)", "required-parameter-added", "BodyAdded", "a: \"x\"", "\"x\"", "POST"),
        new("POST /plant/body-form", "body-media-type-changed", "client.BodyFormAsync(body: new PlantFormDto { A = \"x\" });"),
        Call("moved-away", "operation-moved", "Moved", "a: \"x\"", "\"x\""),

        Member("gone", "member-removed", "plant.Gone = \"x\";"),
        Member("renamed", "member-renamed", "plant.Renamed = \"x\";"),
        Member("widened", "member-type-changed", "int value = plant.Widened;"),
        Member("numberRequired", "member-required", "plant.NumberRequired = null;"),
        Member("numberOptional", "member-optional", "int value = plant.NumberOptional;"),
        Member("textRequired", "member-required", "plant.TextRequired = null;"),
        Member("textOptional", "member-optional", "int length = plant.TextOptional.Length;"),
        Member("textNullable", "member-nullable", "int length = plant.TextNullable.Length;"),
        Member("numberNullable", "member-nullable", "int value = plant.NumberNullable;"),
        Member("textToSet", "member-type-changed", "string value = plant.TextToSet;"),
        Member("setToText", "member-type-changed", "ThingKind value = plant.SetToText; bool isKnown = plant.SetToText.IsKnown;"),
        Member("items", "member-type-changed", "IReadOnlyList<int> values = plant.Items;"),
        Member("typed", "member-type-changed", "var value = plant.Typed.Root;"),
        Member("identifier", "member-type-changed", "string value = plant.Identifier;"),
        Member("dated", "member-type-changed", "string value = plant.Dated;"),
        Member("outdated", "member-deprecated", "string value = plant.Outdated;"),
        Member("hidden", "member-sensitivity-changed", "string value = plant.Hidden;"),
        Member("shown", "member-sensitivity-changed", "string value = plant.Shown;"),
        Member("described", "member-documentation-changed", "string value = plant.Described;"),
        Member("shorter", "member-constraint-changed", "plant.Shorter = \"x\";"),
        Member("addedRequired", "required-member-added", "var value = new PlantDto { Hidden = \"x\" };"),

        new("PlantGoneDto", "type-removed", "var value = new PlantGoneDto();"),
        new("PlantNewNameDto", "type-renamed", "var value = new PlantOldNameDto();"),
        new("PlantLifterDto.lifted", "member-moved-to-base", "string? value = new PlantLifterDto().Lifted;"),
        new("PlantExtendedDto", "type-base-changed", "string? value = new PlantExtendedDto().Own;"),
        new("PlantUnextendedDto", "type-base-changed", "PlantBaseDto value = new PlantUnextendedDto();"),
        new("PlantList", "type-base-changed", "List<string> value = new PlantList();"),
        new("PlantKind", "type-kind-changed", "var value = new PlantKind { Own = \"x\" };"),
        new("PlantTextKind", "type-kind-changed", "string value = PlantTextKind.One.Value;"),
        new("PlantSet.gone", "value-removed", "var value = PlantSet.Gone;"),
        new("PlantSet.renamed", "value-renamed", "var value = PlantSet.Renamed;"),
        new("PlantSet.added", "value-added", "var value = PlantSet.Stays;"),
        new("PlantNumbers", "remedies-changed", "string? value = PlantNumbers.One.Remedy;"),
    ];

    public IEnumerable<string> Variants => ByPosition is null ? [Use] : [Use, ByPosition];

    public override string ToString() => $"{Rule} at {Wire}: {Use}";

    private static Plant Call(string wire, string rule, string method, string named, string byPosition, string verb = "GET") =>
        new($"{verb} /plant/{wire}", rule, $"client.{method}Async({named});", $"client.{method}Async({byPosition}, {Options});");

    /// <summary>A call of the operation that gets its first optional parameter.</summary>
    private static Plant First(string arguments) => new("GET /plant/first-optional ?b", "optional-parameter-added", $"client.FirstOptionalAsync({arguments});");

    private static Plant Member(string wire, string rule, string use) => new($"PlantDto.{wire}", rule, use);
}
