using System.Reflection;
using GenAuth.Models;
using GenAuth.Tests.Document;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Conventions;

public sealed class ApiDocumentTests
{
    private static readonly string[] Endings = ["Async", "AutoPagingAsync"];

    public static TheoryData<string> NumericEnums => ["ApiCode", "StatusCode"];

    private static IEnumerable<JObject> Operations =>
        ApiDocument.Root["paths"]!.Children<JProperty>().SelectMany(path => path.Value.Children<JProperty>()).Select(verb => (JObject)verb.Value);

    [Fact]
    public void Codes_of_the_document_are_complete()
    {
        Assert.True(ApiDocument.Enum("ApiCode").Count >= 43);
        Assert.True(ApiDocument.Enum("StatusCode").Count >= 18);
    }

    [Theory]
    [MemberData(nameof(NumericEnums))]
    public void Every_code_has_a_name_a_description_and_a_remedy_and_no_name_or_number_twice(string schema)
    {
        var values = ApiDocument.Enum(schema);

        Assert.All(values, value => Assert.Matches("^[A-Z][A-Za-z0-9]+$", value.Name));
        Assert.All(values, value => Assert.EndsWith(".", value.Description, StringComparison.Ordinal));
        Assert.All(values, value => Assert.EndsWith(".", value.Remedy, StringComparison.Ordinal));
        Assert.Distinct(values.Select(value => value.Number));
        Assert.Distinct(values.Select(value => value.Name));
        Assert.Distinct(values.Select(value => value.Description));
    }

    [Theory]
    [MemberData(nameof(NumericEnums))]
    public void Generated_constants_equal_the_documents_values(string schema)
    {
        var constants = Model(schema).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!);

        Assert.Equal(ApiDocument.Enum(schema), constants.Select(Describe));
    }

    [Fact]
    public void Every_schema_is_a_type() => Assert.Equal(
        ((JObject)ApiDocument.Root["components"]!["schemas"]!).Properties().Select(schema => schema.Name).Order(StringComparer.Ordinal),
        PublicSurface.Types.Where(type => type.Namespace == "GenAuth.Models").Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_is_on_its_client()
    {
        var missing = Operations.Where(operation => ClientOf(operation).GetMethod(MethodOf(operation) + "Async") is null);

        Report.None(missing.Select(operation => $"{(string?)operation["operationId"]}: {ClientOf(operation).Name}.{MethodOf(operation)}Async"), "The build step left these out; see generator/README.md.");
    }

    [Fact]
    public void Every_operation_with_pages_can_be_enumerated()
    {
        var paged = Operations.Where(operation => operation["x-paging"] is not null).ToList();
        var missing = paged.Where(operation => ClientOf(operation).GetMethod(MethodOf(operation) + "AutoPagingAsync") is null);

        Assert.NotEmpty(paged);
        Report.None(missing.Select(MethodOf), "The build step left out their AutoPagingAsync; see generator/templates/Client.Paging.*.");
    }

    [Fact]
    public void Every_method_of_a_client_is_an_operation_or_hand_written()
    {
        string[] byHand =
        [
            "AuthenticationClient.SignInByAlipayAsync", "AuthenticationClient.SendAsync", "ManagementClient.SendAsync",
            "ManagementClient.GetApprovalAsync", "ManagementClient.PublishUserEventAsync",
        ];
        var made = Operations.SelectMany(operation => Endings, (operation, end) => $"{ClientOf(operation).Name}.{MethodOf(operation)}{end}");
        var there = new[] { typeof(AuthenticationClient), typeof(ManagementClient) }
            .SelectMany(client => client.GetMethods().Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)), (client, method) => $"{client.Name}.{method.Name}");

        Report.None(there.Except(made).Except(byHand), "No operation of the document has these names. Name them here if they are written by hand.");
        Report.None(byHand.Except(there), "These no longer exist. Delete them here and from openapi/DEVIATIONS.md.");
    }

    [Fact]
    public void The_example_of_every_response_is_read_and_written_back_equal()
    {
        var responses = Operations.Select(operation => operation["responses"]!["200"]!["content"]!["application/json"]!).Where(response => response["example"] is not null).ToList();

        Assert.NotEmpty(responses);
        Assert.All(responses, response =>
        {
            var type = Model(((string)response["schema"]!["$ref"]!).Split('/')[^1]);
            var read = typeof(Contract).GetMethod(nameof(Contract.Read))!.MakeGenericMethod(type).Invoke(null, [response["example"]!.ToString()])!;

            Assert.True(JToken.DeepEquals(response["example"], Contract.Parse(Contract.Write(read))), Contract.Write(read));
        });
    }

    private static Type ClientOf(JObject operation) => ((string)operation["operationId"]!).Split('_')[0] switch
    {
        "Authentication" => typeof(AuthenticationClient),
        "Management" => typeof(ManagementClient),
        var client => throw new NotSupportedException($"Define which client {client} is."),
    };

    private static string MethodOf(JObject operation)
    {
        var wire = ((string)operation["operationId"]!).Split('_')[1];
        return (string?)operation["x-csharp-name"] ?? char.ToUpperInvariant(wire[0]) + wire[1..];
    }

    private static Type Model(string schema) => PublicSurface.Library.GetType("GenAuth.Models." + schema, throwOnError: true)!;

    private static DocumentedNumber Describe(object constant) => constant switch
    {
        ApiCode code => new(code.Value, code.Name, code.Description, code.Remedy),
        StatusCode code => new(code.Value, code.Name, code.Description, code.Remedy),
        _ => throw new NotSupportedException($"Define how {constant} is described."),
    };
}
