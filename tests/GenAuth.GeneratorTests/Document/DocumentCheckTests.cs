using GenAuth.GeneratorTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GenAuth.GeneratorTests.Document;

public sealed class DocumentCheckTests
{
    public static TheoryData<string> Mistakes => [.. DocumentMistake.All.Select(mistake => mistake.Name)];

    [Fact]
    public void Document_without_a_mistake_has_no_error() => Assert.Empty(DocumentChecks.Run(SmallDocument.Text));

    [Fact]
    public void Document_of_the_service_has_no_error() => Assert.Empty(DocumentChecks.Run(File.ReadAllText(TestData.PathOf("openapi", "genauth-v3.json"))));

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_in_the_document_is_reported_with_its_code_and_line(string name)
    {
        var mistake = DocumentMistake.All.Single(one => one.Name == name);

        var errors = DocumentChecks.Run(mistake.Document);

        Assert.All(errors, error => Assert.Equal(mistake.Code, error.Code));
        Assert.Contains(errors, error => error.Message.Contains(mistake.Message, StringComparison.Ordinal) && error.Line >= mistake.Lines.First && error.Line <= mistake.Lines.Last);
    }

    [Fact]
    public void Message_that_quotes_the_document_stays_on_one_line() =>
        Assert.All(DocumentMistake.All.SelectMany(mistake => DocumentChecks.Run(mistake.Document)), error => Assert.DoesNotMatch(@"[\p{C}\u2028\u2029]", error.Message));

    [Theory]
    [InlineData("SignInV3Controller_getX", "the client 'SignInV3Controller' is not a capital letter followed by letters (no digits")]
    [InlineData("createThing", "it has no '_' between the client and the method")]
    [InlineData("authentication_createThing", "the client 'authentication' is not a capital letter")]
    [InlineData("Authentication_create thing", "the method 'create thing' is not a letter followed by letters and digits")]
    [InlineData("Authentication_create_thing", "the method 'create_thing' is not a letter")]
    public void OperationId_of_another_form_is_reported_with_route_value_and_rule(string id, string rule)
    {
        var text = SmallDocument.With("\"Authentication_createThing\"", $"\"{id}\"");

        var error = Assert.Single(DocumentChecks.Run(text));

        Assert.Equal(("GENAUTH006", SmallDocument.LineOf(text, $"\"{id}\"")), (error.Code, error.Line));
        Assert.Contains($"The operation POST /api/v3/things has the operationId '{id}': {rule}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operation_without_operationId_is_reported_as_missing()
    {
        var error = Assert.Single(DocumentChecks.Run(SmallDocument.With("\"operationId\": \"Authentication_createThing\",", string.Empty)));

        Assert.Equal("GENAUTH006", error.Code);
        Assert.Contains("POST /api/v3/things has the operationId '': it is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_the_base_class_are_refused_as_names_of_members()
    {
        var names = Directory.GetFiles(TestData.PathOf("src", "GenAuth", "Serialization"), "ExtensibleObject*.cs")
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().Single().Members)
            .Where(member => member.Modifiers is not [var only] || !only.IsKind(SyntaxKind.PrivateKeyword))
            .Select(member => member switch
            {
                PropertyDeclarationSyntax property => property.Identifier.Text,
                MethodDeclarationSyntax method => method.Identifier.Text,
                _ => null,
            }).OfType<string>().Distinct();

        Assert.All(names, name => Assert.Equal("GENAUTH020", Assert.Single(DocumentChecks.Run(SmallDocument.With("\"weight\": {", $"\"{name}\": {{"))).Code));
    }

    [Fact]
    public void Parameter_of_path_and_query_with_one_wire_name_has_two_names() =>
        Assert.Empty(DocumentChecks.Run(SmallDocument.With("\"name\": \"afterId\"", "\"name\": \"thing_id\"")));
}
