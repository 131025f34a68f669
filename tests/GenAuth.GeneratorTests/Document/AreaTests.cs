using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Names;
using GenAuth.Build.Sources;
using GenAuth.GeneratorTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Document;

/// <summary>The operations of a client with one tag are an interface of their own, which the client implements and returns.</summary>
public sealed class AreaTests
{
    [Fact]
    public async Task Area_interface_has_the_methods_of_its_tag()
    {
        var types = Types(await SourcesAsync(SmallDocument.Text));

        Assert.Equal(["GetUserAsync", "ListUsersAsync", "ListUsersAutoPagingAsync", "UpdateUserAsync"], MethodsOf(types["IManagementUsers"]));
        Assert.Empty(MethodsOf(types["IManagementClient"]));
    }

    [Fact]
    public async Task Client_interface_extends_its_areas_and_has_a_property_for_each()
    {
        var types = Types(await SourcesAsync(SmallDocument.Text));

        string[] areas = ["IManagementListsOfThings", "IManagementUsers"];
        Assert.Equal(areas, types["IManagementClient"].SelectMany(part => part.BaseList?.Types.Select(type => type.ToString()) ?? []));
        Assert.Equal(["IManagementListsOfThings ListsOfThings", "IManagementUsers Users"], PropertiesOf(types["IManagementClient"]));
        Assert.Equal(["IManagementListsOfThings ListsOfThings => this", "IManagementUsers Users => this"], PropertiesOf(types["ManagementClient"]));
    }

    [Fact]
    public async Task Given_name_of_a_tag_is_that_of_property_interface_and_file()
    {
        var sources = await SourcesAsync(SmallDocument.Text);

        Assert.Contains("IAuthenticationFiles Files", PropertiesOf(Types(sources)["IAuthenticationClient"]));
        Assert.Contains("partial interface IAuthenticationFiles", Assert.Single(sources, source => source.Name == "AuthenticationClient.Files.g.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Description_of_a_tag_documents_the_interface_and_the_properties()
    {
        var sources = await SourcesAsync(SmallDocument.With("What hand-written code asks for.", "Users & <groups>\r\nof the pool."));

        var text = Assert.Single(sources, source => source.Name == "IManagementClient.g.cs").Text;
        // The summary of the interface, and of the property of the client's interface, which the class inherits.
        Assert.Equal(3, text.Split("/// <summary>Users &amp; &lt;groups&gt; of the pool.</summary>").Length);
        Assert.Contains("/// <inheritdoc/>\n        public IManagementUsers Users => this;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_area_is_registered_as_a_service()
    {
        var types = Types(await SourcesAsync(SmallDocument.Text));

        Assert.Equal(
            ["services.Add(static client => client.ListsOfThings)", "services.Add(static client => client.Users)"],
            types["ManagementAreas"].SelectMany(type => type.DescendantNodes()).OfType<InvocationExpressionSyntax>().Select(call => call.ToString()));
    }

    [Fact]
    public void Area_of_an_operation_is_locked()
    {
        using var text = new StringReader(SmallDocument.Text);
        var names = PublicNames.Create(ApiReader.Read(new ApiDocument((JObject)ApiDocument.Parse(text))));

        Assert.Equal("IAuthenticationFiles", names["POST /things/token area"].Text);
    }

    /// <summary>A property of a client would hide them.</summary>
    [Fact]
    public async Task Names_in_expressions_of_the_generated_methods_are_refused_as_names_of_tags()
    {
        var used = Types(await SourcesAsync(SmallDocument.Text)).Where(types => types.Key.EndsWith("Client", StringComparison.Ordinal) && types.Key[0] != 'I')
            .SelectMany(types => types.SelectMany(type => type.DescendantNodes()).OfType<IdentifierNameSyntax>())
            .Where(name => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name && char.IsUpper(name.Identifier.Text[0]))
            .Select(name => name.Identifier.Text).ToHashSet();

        Assert.Superset(new HashSet<string> { "Throw", "System", "Pages" }, used);
        Assert.All(used, name => Assert.Equal("GENAUTH020", Assert.Single(DocumentChecks.Run(SmallDocument.With("\"x-csharp-name\": \"Files\"", $"\"x-csharp-name\": \"{name}\""))).Code));
    }

    [Fact]
    public void Members_of_the_hand_written_clients_are_refused_as_names_of_tags()
    {
        var members = Directory.EnumerateFiles(TestData.PathOf("src", "GenAuth"), "*Client*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => type.Identifier.Text is "AuthenticationClient" or "ManagementClient")
            .SelectMany(type => type.Members.Select(member => member switch
            {
                MethodDeclarationSyntax method => method.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                _ => type.Identifier.Text,
            }))
            // Hand-written operations belong to an area and end with the same parameters.
            .Where(name => name == "SendAsync" || !name.EndsWith("Async", StringComparison.Ordinal)).ToHashSet();

        Assert.Contains("ExplainSignature", members);
        Assert.All(members, name => Assert.Equal("GENAUTH020", Assert.Single(DocumentChecks.Run(SmallDocument.With("\"x-csharp-name\": \"Files\"", $"\"x-csharp-name\": \"{name}\""))).Code));
    }

    private static Task<IReadOnlyList<Source>> SourcesAsync(string document) => Generation.RunAsync(JObject.Parse(document));

    private static ILookup<string, TypeDeclarationSyntax> Types(IEnumerable<Source> sources) =>
        sources.SelectMany(source => CSharpSyntaxTree.ParseText(source.Text).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()).ToLookup(type => type.Identifier.Text);

    private static IEnumerable<string> MethodsOf(IEnumerable<TypeDeclarationSyntax> parts) =>
        parts.SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>().Select(method => method.Identifier.Text).Order(StringComparer.Ordinal);

    private static IEnumerable<string> PropertiesOf(IEnumerable<TypeDeclarationSyntax> parts) =>
        parts.SelectMany(part => part.Members).OfType<PropertyDeclarationSyntax>().Select(property => $"{property.Type} {property.Identifier.Text}{(property.ExpressionBody is { } body ? $" {body}" : string.Empty)}");
}
