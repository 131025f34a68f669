using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Names;
using GenAuth.GeneratorTests.Support;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Document;

/// <summary>The optional query parameters are one object, so that a parameter can be added without breaking a program.</summary>
public sealed class OptionsTests
{
    private const string Last = "RequestOptions? requestOptions = null, System.Threading.CancellationToken cancellationToken = default";
    private const string GetUser = "{ \"name\": \"userId\", \"in\": \"query\", \"required\": true";
    private const string Filter = "{ \"name\": \"with_groups\", \"in\": \"query\", \"description\": \"Whether <groups> come too.\", \"schema\": { \"type\": \"boolean\" } }, ";

    [Fact]
    public async Task Optional_query_parameters_are_settable_members_of_one_class()
    {
        var options = Assert.Single(await TypesAsync(SmallDocument.Text), type => type.Identifier.Text == "ListThingPartsOptions");

        Assert.Equal("public sealed", options.Modifiers.ToString());
        Assert.Equal(
            [
                "ThingKind? Kind { get; set; }", "System.Collections.Generic.IReadOnlyList<string>? PartNames { get; set; }", "System.Collections.Generic.IReadOnlyList<ThingKind>? OtherKinds { get; set; }",
                "long? AfterId { get; set; }", "double? MinWeight { get; set; }", "bool? OnlyNew { get; set; }", "System.DateTimeOffset? Since { get; set; }",
            ],
            options.Members.OfType<PropertyDeclarationSyntax>().Select(property => $"{property.Type} {property.Identifier.Text} {property.AccessorList!.ToString()}"));
    }

    [Fact]
    public async Task Required_parameters_stay_beside_the_options()
    {
        var code = await CodeAsync(SmallDocument.Text);

        Assert.Contains($"ListThingPartsAsync(string thingId, ThingKind mainKind, int page, ListThingPartsOptions? options = null, {Last});", code, StringComparison.Ordinal);
        Assert.Contains($"ListThingsAutoPagingAsync(ListThingsOptions? options = null, {Last});", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_is_documented_as_the_parameter()
    {
        var code = await CodeAsync(WithFilter());

        Assert.Contains("/// <summary>Whether &lt;groups&gt; come too.</summary>", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Required_parameters_beyond_six_are_required_members()
    {
        var more = string.Concat(Enumerable.Range(1, 4).Select(index => $$"""{ "name": "more{{index}}", "in": "query", "required": true, "description": "More.", "schema": { "type": "string", "minLength": 1 } }, """));
        var document = SmallDocument.With(GetUser, more + GetUser);
        Assert.Empty(DocumentChecks.Run(document));

        var code = await CodeAsync(document);

        Assert.Contains($"GetUserAsync(GetUserOptions options, {Last});", code, StringComparison.Ordinal);
        Assert.Contains("public string? More1 { get; set; }", code, StringComparison.Ordinal);
        Assert.Contains("Throw.IfNull(options, \"options\");", code, StringComparison.Ordinal);
        Assert.Contains("Throw.IfBlank(options.More1!, \"options.More1\", \"Expected: More.\");", code, StringComparison.Ordinal);
        Assert.Contains("request.Query.Add(\"more1\", options.More1!);", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operation_that_was_published_without_options_keeps_its_method()
    {
        var methods = await MethodsAsync(WithFilter(), Published(SmallDocument.Text), "GetUserAsync");

        Assert.Equal(
            [
                $"GetUserAsync(string userId, GetUserOptions? options, {Last})",
                $"GetUserAsync(string userId, {Last}) => GetUserAsync(userId, (GetUserOptions?)null, requestOptions, cancellationToken)",
            ],
            methods);
    }

    [Fact]
    public async Task Paging_method_that_was_published_without_options_stays_too()
    {
        const string Page = "\"operationId\": \"Management_listUsers\",";
        var document = SmallDocument.With(Page, $"{Page} \"parameters\": [ {Filter.TrimEnd(',', ' ')} ],");

        var methods = await MethodsAsync(document, Published(SmallDocument.Text), "ListUsersAutoPagingAsync");

        Assert.Equal(2, methods.Count);
        Assert.EndsWith("=> ListUsersAutoPagingAsync(body, (ListUsersOptions?)null, requestOptions, cancellationToken)", methods[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_method_is_preferred_where_both_fit()
    {
        var types = await TypesAsync(WithFilter(), Published(SmallDocument.Text));

        var methods = types.SelectMany(type => type.Members).OfType<MethodDeclarationSyntax>().Where(method => method.Identifier.Text == "GetUserAsync").ToLookup(method => method.ParameterList.Parameters.Count);
        Assert.All(methods[3], method => Assert.Equal("[System.Runtime.CompilerServices.OverloadResolutionPriority(1)]", method.AttributeLists.ToString()));
        Assert.All(methods[4], method => Assert.Empty(method.AttributeLists));
    }

    [Fact]
    public async Task Method_stays_after_the_new_names_are_published()
    {
        var published = Published(WithFilter(), Published(SmallDocument.Text));

        Assert.Equal("ManagementClient.GetUserAsync", published["GET /api/v3/get-user without options"]);
        Assert.Equal(2, (await MethodsAsync(WithFilter(), published, "GetUserAsync")).Count);
    }

    [Fact]
    public async Task Operation_that_was_published_with_options_has_one_method()
    {
        var published = Published(WithFilter());

        Assert.Equal("GetUserOptions", published["GET /api/v3/get-user options"]);
        Assert.Single(await MethodsAsync(WithFilter(), published, "GetUserAsync"));
    }

    [Fact]
    public async Task Method_does_not_stay_when_a_parameter_is_required_no_more()
    {
        var document = SmallDocument.With(GetUser, GetUser.Replace("true", "false", StringComparison.Ordinal));

        Assert.Single(await MethodsAsync(document, Published(SmallDocument.Text), "GetUserAsync"));
    }

    [Fact]
    public async Task Kept_method_passes_on_what_the_new_one_takes_as_members()
    {
        var more = string.Concat(Enumerable.Range(1, 3).Select(index => $$"""{ "name": "more{{index}}", "in": "query", "required": true, "description": "More.", "schema": { "type": "integer", "format": "int32" } }, """));
        var published = Published(SmallDocument.With(GetUser, more + GetUser));

        var methods = await MethodsAsync(SmallDocument.With(GetUser, more + Filter + GetUser), published, "GetUserAsync");

        Assert.Equal(
            [
                $"GetUserAsync(GetUserOptions options, {Last})",
                $"GetUserAsync(int more1, int more2, int more3, string userId, {Last}) => GetUserAsync(new GetUserOptions {{ More1 = more1, More2 = more2, More3 = more3, UserId = userId }}, requestOptions, cancellationToken)",
            ],
            methods);
    }

    [Fact]
    public void Classes_of_options_that_the_library_has_are_refused()
    {
        const string Place = "\"operationId\": \"Authentication_listThingParts\",";
        var classes = Directory.EnumerateFiles(TestData.PathOf("src", "GenAuth"), "*Options.cs", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name[0] != 'I').ToList();

        Assert.Contains("RequestOptions", classes);
        Assert.All(classes, name => Assert.Equal("GENAUTH020", Assert.Single(DocumentChecks.Run(SmallDocument.With(Place, $"{Place} \"x-csharp-options\": \"{name}\","))).Code));
    }

    private static string WithFilter() => SmallDocument.With(GetUser, Filter + GetUser);

    /// <summary>The content of names.lock after a document was published.</summary>
    private static Dictionary<string, string> Published(string document, IReadOnlyDictionary<string, string>? before = null)
    {
        using var text = new StringReader(document);
        return PublicNames.Create(ApiReader.Read(new ApiDocument((JObject)ApiDocument.Parse(text)), before)).ToDictionary(name => name.Key, name => name.Value.Text);
    }

    /// <summary>The methods of a client that have a name, in the order in which they are declared.</summary>
    private static async Task<IReadOnlyList<string>> MethodsAsync(string document, IReadOnlyDictionary<string, string> published, string name) =>
    [
        .. (await TypesAsync(document, published)).Where(type => type.Identifier.Text == "ManagementClient").SelectMany(type => type.Members).OfType<MethodDeclarationSyntax>()
            .Where(method => method.Identifier.Text == name)
            .Select(method => $"{name}{method.ParameterList}{(method.ExpressionBody is { } body ? $" {body}" : string.Empty)}"),
    ];

    private static async Task<IReadOnlyList<TypeDeclarationSyntax>> TypesAsync(string document, IReadOnlyDictionary<string, string>? published = null) =>
    [
        .. (await Generation.RunAsync(JObject.Parse(document), published)).SelectMany(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()),
    ];

    private static async Task<string> CodeAsync(string document) => string.Concat((await Generation.RunAsync(JObject.Parse(document))).Select(source => source.Text));
}
