using System.Reflection;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Conventions;

/// <summary>Each member of each model has its documented type.</summary>
public sealed class ModelMembersTests
{
    private static IEnumerable<(string Schema, JProperty Property)> Documented => ((JObject)ApiDocument.Root["components"]!["schemas"]!).Properties()
        .SelectMany(schema => schema.Value["properties"]?.Children<JProperty>() ?? [], (schema, property) => (schema.Name, property));

    private static IEnumerable<string> NamesInCode => PublicSurface.Types.Where(type => type.Namespace == "GenAuth.Models")
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly), (type, property) => $"{type.Name}.{property.Name}");

    [Fact]
    public void Every_documented_member_is_a_property_of_the_documented_type() => Assert.Empty(Documented.Select(member =>
    {
        var type = PublicSurface.Library.GetType("GenAuth.Models." + member.Schema, throwOnError: true)!;
        var property = type.GetProperties().SingleOrDefault(property => property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == member.Property.Name);
        var isRequired = ApiDocument.Root["components"]!["schemas"]![member.Schema]!["required"]?.Values<string>().Contains(member.Property.Name) == true
            && (bool?)member.Property.Value["nullable"] != true;
        var expected = TypeOf((JObject)member.Property.Value);
        var found = property?.PropertyType;
        var isExpected = found == (isRequired || expected.IsClass || expected.IsInterface ? expected : typeof(Nullable<>).MakeGenericType(expected));
        return isExpected ? null : $"{member.Schema}.{member.Property.Name} is {found?.ToString() ?? "missing"}, but it is documented as {expected}{(isRequired ? string.Empty : "?")}";
    }).OfType<string>());

    [Fact]
    public void No_name_has_a_mark_an_underscore_or_a_small_first_letter() =>
        Assert.All(NamesInCode, name => Assert.Matches("^[A-Z][A-Za-z0-9]*\\.[A-Z][A-Za-z0-9]*$", name));

    [Fact]
    public void No_name_has_a_long_run_of_capitals() =>
        Assert.All(NamesInCode, name => Assert.DoesNotMatch("\\.[A-Za-z0-9]*[A-Z]{4}", name));

    private static Type TypeOf(JObject schema)
    {
        if ((schema["$ref"] ?? schema["allOf"]?[0]?["$ref"]) is { } reference)
        {
            return PublicSurface.Library.GetType("GenAuth.Models." + ((string)reference!).Split('/')[^1], throwOnError: true)!;
        }

        return ((string?)schema["type"], (string?)schema["format"]) switch
        {
            ("string", "date-time") => typeof(DateTimeOffset),
            ("string", _) => typeof(string),
            ("boolean", _) => typeof(bool),
            ("integer", "int32") => typeof(int),
            ("integer", "int64") => typeof(long),
            ("number", "double") => typeof(double),
            ("array", _) => typeof(IReadOnlyList<>).MakeGenericType(TypeOf((JObject)schema["items"]!)),
            (null, _) => typeof(JToken),
            var other => throw new NotSupportedException($"Define what {other} becomes."),
        };
    }
}
