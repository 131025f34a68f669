using CsCheck;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Support;

/// <summary>A random change of a JSON document that may change the kind of a value.</summary>
/// <param name="Place">Selects the member.</param>
/// <param name="Kind">The kind of the change.</param>
/// <param name="Value">Selects the new value.</param>
internal readonly record struct Mutation(int Place, int Kind, int Value)
{
    private static readonly string[] Values =
    [
        "null", "true", "7", "-0.5", "9223372036854775808", "\"\"", "\"string\"", "\"array\"", "\"数字\"", "\"a\\nb\"", "[]", "{}", "[{}]", "[null]", "[[]]", "[\"a\"]", "[\"a\",\"a\"]", "{\"a\":1}",
        "{\"$ref\":\"#/components/schemas/ResGroupDto\"}", "{\"$ref\":\"#/components/schemas/Nothing\"}", "{\"$ref\":\"#/\"}", "{\"$ref\":7}", "{\"type\":\"number\"}", "{\"oneOf\":[{},{}]}", "{\"enum\":[\"a\",1,null]}",
        "{\"allOf\":[{\"$ref\":\"#/components/schemas/ResGroupDto\"}]}", "{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/ResGroupDto\"}}", "{\"type\":\"object\",\"properties\":{\"$ref\":{\"type\":\"string\"}}}",
    ];

    public static Gen<Mutation[]> Several(int most) =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 4], Gen.Int[0, Values.Length - 1], (place, kind, value) => new Mutation(place, kind, value)).Array[1, most];

    /// <summary>The document after all changes. <c>openapi</c> and <c>paths</c> stay: without them nothing else is read.</summary>
    public static JObject Apply(JObject document, IEnumerable<Mutation> mutations)
    {
        var root = (JObject)document.DeepClone();
        foreach (var mutation in mutations)
        {
            var all = root.Descendants().OfType<JProperty>().Where(property => property.Parent != root || property.Name is not ("openapi" or "paths")).ToList();
            mutation.Apply(all);
        }

        return root;
    }

    private void Apply(List<JProperty> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        var chosen = all[Place % all.Count];
        switch (Kind)
        {
            case 0:
                chosen.Remove();
                break;
            case 1:
                chosen.Replace(new JProperty($"{chosen.Name}{Value}", chosen.Value));
                break;
            case 2:
                // A value of the same kind from another location.
                chosen.Value = (all.Skip(Place % 997).FirstOrDefault(other => other != chosen && other.Name == chosen.Name) ?? chosen).Value.DeepClone();
                break;
            case 3 when chosen.Value is JArray { Count: > 0 } list:
                list.First!.Remove();
                break;
            default:
                chosen.Value = JToken.Parse(Values[Value]);
                break;
        }
    }
}
