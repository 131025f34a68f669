using GenAuth.Tests.Document;
using Newtonsoft.Json.Linq;
using ModelTypes = GenAuth.Tests.Json.ModelTypes;

namespace GenAuth.Tests.Drift;

/// <summary>The documented types of members.</summary>
internal static class DocumentedType
{
    public static IReadOnlySet<string> Required(Type dto) => (TheDocument.Schemas[dto.Name]!["required"]?.Values<string>() ?? []).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The model type of a member or of its items.</summary>
    public static Type? In(Type type) => (ItemOf(type) ?? type) is var held && typeof(ExtensibleObject).IsAssignableFrom(held) ? held : null;

    /// <summary>Every object of a document, with its type.</summary>
    public static IEnumerable<(JObject Json, Type Type)> Objects(JObject json, Type type) => ModelTypes.Members(type)
        .SelectMany(member => In(member.Type) is { } held && json[member.Name] is { } value
            ? (value is JArray ? value.Children() : Enumerable.Repeat(value, 1)).OfType<JObject>().SelectMany(inner => Objects(inner, held))
            : [])
        .Prepend((json, type));
}
