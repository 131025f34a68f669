using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Names;
using GenAuth.GeneratorTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;
using TypeKind = GenAuth.Build.Api.TypeKind;

namespace GenAuth.GeneratorTests.Document;

/// <summary>All C# names are decided before NSwag runs, and the templates print them.</summary>
public sealed class NameTests
{
    private const string Photo = "\"photo\": { \"type\": \"string\", \"format\": \"binary\"";
    private const string Weight = "\"weight\": { \"type\": \"number\", \"format\": \"double\"";

    [Fact]
    public void Names_of_the_service_document_are_the_locked_ones()
    {
        var names = PublicNames.Create(Read(File.ReadAllText(TestData.PathOf("openapi", "genauth-v3.json"))));

        var locked = File.ReadLines(TestData.PathOf("openapi", "names.lock")).Where(line => !line.StartsWith('#'));

        Assert.Equal(locked, names.Select(name => $"{name.Key} = {name.Value.Text}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Generated_types_declare_the_names_and_types_of_the_model()
    {
        var model = Read(SmallDocument.Text);

        var types = await TypesAsync(SmallDocument.Text);

        Assert.All(model.Types.Where(type => type.Kind != TypeKind.Alias), type => Assert.Equal(
            type.Members.Select(member => $"{member.Type.Printed} {member.Name.Text}").Concat(type.Values.Select(value => $"{type.Name} {value.Name.Text}")).Order(StringComparer.Ordinal),
            MembersOf(types[type.Name], isEnum: type.Values.Count > 0).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Generated_methods_declare_the_names_and_types_of_the_model()
    {
        var model = Read(SmallDocument.Text);

        var types = await TypesAsync(SmallDocument.Text);

        var methods = types.Where(type => type.Key.StartsWith('I')).SelectMany(type => type.SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>())
            .ToDictionary(method => method.Identifier.Text, method => string.Join(", ", method.ParameterList.Parameters.SkipLast(2).Select(parameter => $"{parameter.Type} {parameter.Identifier.Text}")));
        // The method that hand-written code wraps is not in the interface.
        Assert.All(model.Operations.Where(operation => operation.Method.Text != "GetAlipayAuthInfo"), operation =>
        {
            var parameters = operation.Arguments.Select(parameter => $"{parameter.Type.Printed} {parameter.Name.Printed}");
            string[] options = operation.Options is null ? [] : [$"{operation.Options.Name.Text}? options"];
            Assert.Equal(string.Join(", ", parameters.Concat(options)), methods[operation.Method.Text + "Async"]);
        });
    }

    [Fact]
    public async Task Object_and_enum_inside_of_a_member_get_the_name_of_owner_and_member()
    {
        var document = SmallDocument.With(Weight,
            "\"inner\": { \"type\": \"object\", \"description\": \"Inside.\", \"properties\": { \"first_kind\": { \"type\": \"string\", \"description\": \"Kind.\", \"enum\": [ \"big\" ] } } },\n"
            + "\"list\": { \"type\": \"array\", \"description\": \"Many.\", \"items\": { \"type\": \"integer\", \"enum\": [ 1, 2 ] } },\n" + Weight);
        Assert.Empty(DocumentChecks.Run(document));

        var types = await TypesAsync(document);

        Assert.Contains("ThingDtoInner? Inner", MembersOf(types["ThingDto"]));
        Assert.Contains("System.Collections.Generic.IReadOnlyList<ThingDtoListItem>? List", MembersOf(types["ThingDto"]));
        Assert.Equal(["ThingDtoInnerFirstKind? FirstKind"], MembersOf(types["ThingDtoInner"]));
        Assert.Equal(["ThingDtoInnerFirstKind Big"], MembersOf(types["ThingDtoInnerFirstKind"], isEnum: true));
        Assert.Equal(["ThingDtoListItem _1", "ThingDtoListItem _2"], MembersOf(types["ThingDtoListItem"], isEnum: true));
    }

    [Fact]
    public void Inline_type_with_the_name_of_a_schema_is_refused()
    {
        var error = Assert.Single(DocumentChecks.Run(SmallDocument.With("\"other_kinds\": {", "\"kindDto\": { \"type\": \"object\", \"properties\": { \"a\": { \"type\": \"string\" } } },\n\"other_kinds\": {")
            .Replace("ThingKind\"", "ThingDtoKindDto\"", StringComparison.Ordinal)));

        Assert.Equal("GENAUTH020", error.Code);
        Assert.Contains("would be 'ThingDtoKindDto', which the schema 'ThingDtoKindDto' in line", error.Message, StringComparison.Ordinal);
        Assert.Contains("another name of the schema under components/schemas", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_of_the_library_that_generated_types_use_are_refused_as_names_of_schemas()
    {
        var own = Read(SmallDocument.Text).Types.Select(type => type.Name).ToHashSet();
        var library = Directory.EnumerateFiles(TestData.PathOf("src", "GenAuth"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .Select(type => (Name: type.Identifier.Text, Arity: (type as TypeDeclarationSyntax)?.Arity ?? 0))
            .ToHashSet();

        var used = (await Generation.RunAsync(JObject.Parse(SmallDocument.Text)))
            .Where(source => source.Name.StartsWith("Models.", StringComparison.Ordinal) || source.Name.StartsWith("Json.", StringComparison.Ordinal))
            .SelectMany(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            .Where(name => name.Parent is not MemberAccessExpressionSyntax and not QualifiedNameSyntax)
            .Where(name => library.Contains((name.Identifier.Text, name.Arity)))
            .Select(name => name.Identifier.Text)
            .Where(name => !own.Contains(name))
            .ToHashSet();

        Assert.Contains("ExtensibleObject", used);
        Assert.All(used, name => Assert.Equal("GENAUTH020", Assert.Single(DocumentChecks.Run(SmallDocument.With("\"NothingDto\": {", $"\"{name}\": {{ }},\n      \"NothingDto\": {{"))).Code));
    }

    [Fact]
    public async Task Part_of_an_upload_takes_the_given_name()
    {
        var document = SmallDocument.With(Photo, Photo.Replace("{ \"type\"", "{ \"x-csharp-name\": \"picture\", \"type\"", StringComparison.Ordinal));

        var code = await CodeAsync(document);

        Assert.Contains("FileUpload picture,", code, StringComparison.Ordinal);
        Assert.Contains("{ \"photo\", picture }", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_that_refers_to_a_type_without_allOf_takes_the_given_name()
    {
        var document = SmallDocument.With(Weight, "\"twin\": { \"$ref\": \"#/components/schemas/ThingDto\", \"x-csharp-name\": \"Sibling\" },\n" + Weight);

        Assert.Contains("ThingDto? Sibling", MembersOf((await TypesAsync(document))["ThingDto"]));
    }

    [Fact]
    public async Task Paging_reads_and_sets_members_by_their_given_names()
    {
        var document = SmallDocument.With("\"list\": { \"type\": \"array\", \"description\": \"Those of the page.\", \"items\": { \"$ref\": \"#/components/schemas/ThingDto\" } }",
            "\"list\": { \"type\": \"array\", \"description\": \"Those of the page.\", \"items\": { \"$ref\": \"#/components/schemas/ThingDto\" }, \"x-csharp-name\": \"Things\" }")
            .Replace("\"description\": \"Its number, counted from 1.\"", "\"description\": \"Its number, counted from 1.\", \"x-csharp-name\": \"Number_1\"", StringComparison.Ordinal);

        var code = await CodeAsync(document);

        Assert.Contains("static response => response.Data?.Things,", code, StringComparison.Ordinal);
        Assert.Contains("static response => response.Data?.TotalCount,", code, StringComparison.Ordinal);
        Assert.Contains("PagePosition.First(body.Pagination?.Number_1, \"pagination.page\")", code, StringComparison.Ordinal);
        Assert.Contains("member1.Number_1 = position;", code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_of_the_whole_path_is_one_of_each_method()
    {
        var document = SmallDocument.With("\"/api/v3/things/{thing_id}/parts\": {",
            "\"/api/v3/things/{thing_id}/parts\": { \"parameters\": [ { \"name\": \"class\", \"in\": \"query\", \"description\": \"Class.\", \"schema\": { \"type\": \"string\" } } ],");
        Assert.Empty(DocumentChecks.Run(document));

        var code = await CodeAsync(document);

        Assert.Equal(2, code.Split("request.Query.Add(\"class\", options?.Class);").Length - 1);
    }

    [Theory]
    [InlineData("\"name\": \"mainKind\", \"in\": \"query\"", "\"name\": \"event\", \"in\": \"query\"", "ThingKind @event", "request.Query.Add(\"event\", @event")]
    [InlineData("\"name\": \"page\", \"in\": \"query\"", "\"name\": \"class\", \"in\": \"query\"", "int @class", "request.Query.Add(\"class\", @class")]
    public async Task Required_parameter_called_like_a_keyword_is_escaped(string old, string parameter, string declaration, string use)
    {
        var document = SmallDocument.With(old, parameter);
        Assert.Empty(DocumentChecks.Run(document));

        var sources = await Generation.RunAsync(JObject.Parse(document));

        Assert.Contains(sources, source => source.Text.Contains(declaration, StringComparison.Ordinal));
        Assert.Contains(sources, source => source.Text.Contains(use, StringComparison.Ordinal));
        Assert.All(sources, source => Assert.Empty(CSharpSyntaxTree.ParseText(source.Text).GetDiagnostics()));
    }

    private static ApiModel Read(string json)
    {
        using var text = new StringReader(json);
        return ApiReader.Read(new ApiDocument((JObject)ApiDocument.Parse(text)));
    }

    private static async Task<string> CodeAsync(string document) => string.Concat((await Generation.RunAsync(JObject.Parse(document))).Select(source => source.Text));

    private static async Task<ILookup<string, TypeDeclarationSyntax>> TypesAsync(string document) =>
        (await Generation.RunAsync(JObject.Parse(document)))
        .SelectMany(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
        .ToLookup(type => type.Identifier.Text);

    private static IEnumerable<string> MembersOf(IEnumerable<TypeDeclarationSyntax> parts, bool isEnum = false) =>
        parts.SelectMany(part => part.Members).OfType<PropertyDeclarationSyntax>()
            .Where(property => property.ExplicitInterfaceSpecifier is null && property.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.StaticKeyword)) == isEnum)
            .Select(property => $"{property.Type} {property.Identifier.Text}");
}
