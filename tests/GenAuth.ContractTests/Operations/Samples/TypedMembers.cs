using System.Collections;
using GenAuth.ContractTests.Operations.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>Checks that a result has every documented member in its property, and only the others among its unknown members.</summary>
internal static class TypedMembers
{
    public static IEnumerable<string> Problems(object? value, JToken token, JObject schema, string place = "$") => (value, token) switch
    {
        (null, _) => [$"{place} was not read"],
        (JToken untyped, _) => JsonDifference.Between(token, untyped, place),
        (ExtensibleObject made, JObject members) => CheckObject(made, members, schema, place),
        (IEnumerable list and not string, JArray items) => CheckList(list, items, schema, place),
        _ => Equals(value, ClrValue.Create(value.GetType(), token, schema)) ? [] : [$"{place} was read as {value} instead of {token}"],
    };

    private static IEnumerable<string> CheckObject(ExtensibleObject made, JObject members, JObject schema, string place)
    {
        var described = Schemas.PropertiesOf(schema).ToDictionary(property => property.Name, property => (JObject)property.Value, StringComparer.Ordinal);
        foreach (var name in made.AdditionalProperties.Keys.Where(described.ContainsKey))
        {
            yield return $"{place}.{name} is documented but was kept as an unknown member";
        }

        foreach (var member in members.Properties())
        {
            var problems = described.TryGetValue(member.Name, out var type)
                ? Problems(ClrValue.PropertyOf(made.GetType(), member.Name, type).GetValue(made), member.Value, type, $"{place}.{member.Name}")
                : JsonDifference.Between(member.Value, made.AdditionalProperties.TryGetValue(member.Name, out var kept) ? kept : null, $"{place}.{member.Name}");
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> CheckList(IEnumerable list, JArray tokens, JObject schema, string place)
    {
        var items = list.Cast<object?>().ToList();
        var type = (JObject)Schemas.Resolve(schema).Schema["items"]!;
        return items.Count != tokens.Count
            ? [$"{place} has {items.Count} items instead of {tokens.Count}"]
            : items.Zip(tokens).SelectMany((pair, index) => Problems(pair.First, pair.Second, type, $"{place}[{index}]"));
    }
}
