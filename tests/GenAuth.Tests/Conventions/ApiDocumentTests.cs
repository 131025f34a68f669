using System.Reflection;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Conventions;

public sealed class ApiDocumentTests
{
    public static TheoryData<string> NumericEnums => ["ApiCode", "StatusCode"];

    private static IEnumerable<JObject> Operations =>
        ApiDocument.Root["paths"]!.Children<JProperty>().SelectMany(path => path.Value.Children<JProperty>()).Select(verb => (JObject)verb.Value);

    [Fact]
    public void The_documents_codes_are_all_there()
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
    public void The_generated_constants_are_the_documents(string schema)
    {
        var constants = Model(schema).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null)!);

        Assert.Equal(ApiDocument.Enum(schema), constants.Select(Describe));
    }

    [Fact]
    public void Every_schema_is_a_type() => Assert.Equal(
        ((JObject)ApiDocument.Root["components"]!["schemas"]!).Properties().Select(schema => schema.Name).Order(StringComparer.Ordinal),
        PublicSurface.Types.Where(type => type.Namespace == "GenAuth.Models").Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_operation_is_on_the_client()
    {
        var expected = Operations.Select(operation => (string)operation["operationId"]!).ToList();

        Assert.All(expected, id => Assert.StartsWith("Authentication_", id, StringComparison.Ordinal));
        Assert.All(expected, id => Assert.NotNull(typeof(IAuthenticationClient).GetMethod(char.ToUpperInvariant(id["Authentication_".Length]) + id["Authentication_x".Length..] + "Async")));
    }

    [Fact]
    public void The_example_of_every_answer_is_read_and_written_back_equal()
    {
        var answers = Operations.SelectMany(operation => operation["responses"]!.Children<JProperty>()).Select(response => response.Value["content"]!["application/json"]!).ToList();

        Assert.NotEmpty(answers);
        Assert.All(answers, answer =>
        {
            var type = Model(((string)answer["schema"]!["$ref"]!).Split('/')[^1]);
            var read = typeof(Contract).GetMethod(nameof(Contract.Read))!.MakeGenericMethod(type).Invoke(null, [answer["example"]!.ToString()])!;

            Assert.True(JToken.DeepEquals(answer["example"], Contract.Parse(Contract.Write(read))), Contract.Write(read));
        });
    }

    private static Type Model(string schema) => PublicSurface.Library.GetType("GenAuth.Models." + schema, throwOnError: true)!;

    private static DocumentedNumber Describe(object constant) => constant switch
    {
        ApiCode code => new(code.Value, code.Name, code.Description, code.Remedy),
        StatusCode code => new(code.Value, code.Name, code.Description, code.Remedy),
        _ => throw new NotSupportedException($"Say here how {constant} is described."),
    };
}
