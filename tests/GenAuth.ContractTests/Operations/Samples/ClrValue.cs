using System.Globalization;
using System.Reflection;
using GenAuth.ContractTests.Operations.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>Creates the objects of a caller property by property, without deserialization.</summary>
internal static class ClrValue
{
    public static object Create(Type wanted, JToken token, JObject schema)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        return type switch
        {
            _ when type == typeof(JToken) => token.DeepClone(),
            _ when type == typeof(string) || type.IsPrimitive => Convert.ChangeType(((JValue)token).Value!, type, CultureInfo.InvariantCulture),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.ParseExact((string)token!, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            _ when typeof(IExtensibleEnum<string>).IsAssignableFrom(type) => Activator.CreateInstance(type, (string)token!)!,
            _ when typeof(IExtensibleEnum<int>).IsAssignableFrom(type) => Activator.CreateInstance(type, (int)token)!,
            _ when ItemType(type) is { } item => ListOf(item, (JArray)token, (JObject)Schemas.Resolve(schema).Schema["items"]!),
            _ => ObjectOf(type, (JObject)token, schema),
        };
    }

    /// <summary>The property of a documented member.</summary>
    public static PropertyInfo PropertyOf(Type type, string wireName, JToken described)
    {
        var name = CSharpName.FromMember(wireName, described);
        return type.GetProperty(name) ?? throw new MissingMemberException($"{type.Name} has no property {name} for {wireName}.");
    }

    /// <summary>The item type of a list; <see langword="null"/> for other types.</summary>
    public static Type? ItemType(Type type) => type.IsGenericType
        && type.GetGenericTypeDefinition() is var definition && (definition == typeof(IReadOnlyList<>) || definition == typeof(IEnumerable<>))
        ? type.GetGenericArguments()[0]
        : null;

    private static Array ListOf(Type item, JArray tokens, JObject schema)
    {
        var list = Array.CreateInstance(item, tokens.Count);
        for (var index = 0; index < tokens.Count; index++)
        {
            list.SetValue(Create(item, tokens[index], schema), index);
        }

        return list;
    }

    private static object ObjectOf(Type type, JObject token, JObject schema)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var described in Schemas.PropertiesOf(schema).Where(described => token.ContainsKey(described.Name)))
        {
            var property = PropertyOf(type, described.Name, described.Value);
            property.SetValue(made, Create(property.PropertyType, token[described.Name]!, (JObject)described.Value));
        }

        return made;
    }
}
