using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Finds types that only got another name, so that each is one change and not one at every place of its use.</summary>
internal static class TypeRenames
{
    /// <summary>The new names by the old ones.</summary>
    public static IReadOnlyDictionary<string, string> Find(ApiDocument old, ApiDocument current)
    {
        var before = old.Schemas.ToDictionary(schema => schema.Name, schema => schema.Value);
        var after = current.Schemas.ToDictionary(schema => schema.Name, schema => schema.Value);
        var gone = before.Where(schema => !after.ContainsKey(schema.Key)).ToList();
        var added = after.Where(schema => !before.ContainsKey(schema.Key)).ToList();
        var moving = gone.Concat(added).Select(schema => schema.Key).ToHashSet();

        var renames = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Pair(schema => (string?)schema.Value["x-source-name"] ?? schema.Key);
        Pair(schema => Content(schema.Value, moving));
        return renames;

        void Pair(Func<KeyValuePair<string, JToken>, string?> key)
        {
            // Only where both sides have one of it is it certain which became which.
            var candidates = added.ToLookup(key);
            foreach (var group in gone.GroupBy(key).Where(group => group.Key is not null && group.Count() == 1 && candidates[group.Key].Count() == 1).ToList())
            {
                var (left, right) = (group.Single(), candidates[group.Key].Single());
                renames.Add(left.Key, right.Key);
                gone.Remove(left);
                added.Remove(right);
            }
        }
    }

    /// <summary>The old document as if its types had been called then as they are now.</summary>
    public static ApiDocument Apply(ApiDocument old, IReadOnlyDictionary<string, string> renames)
    {
        if (renames.Count == 0)
        {
            return old;
        }

        var root = (JObject)old.Root.DeepClone();
        foreach (var reference in root.Descendants().OfType<JProperty>().Where(property => property.Name is "$ref" or "itemType").ToList())
        {
            if (reference.Value.Text() is { } text && renames.TryGetValue(ApiDocument.NameOf(text) ?? text, out var name))
            {
                reference.Value = (reference.Name == "$ref" ? ApiDocument.SchemaPrefix : string.Empty) + name;
            }
        }

        var schemas = (JObject)root["components"]!["schemas"]!;
        schemas.Replace(new JObject(schemas.Properties().Select(schema => new JProperty(renames.GetValueOrDefault(schema.Name) ?? schema.Name, schema.Value))));
        return new ApiDocument(root);
    }

    /// <summary>What an object or a set says, whatever the types are called that come and go. Nothing for what says too little to be told apart.</summary>
    private static string? Content(JToken schema, HashSet<string> moving)
    {
        if (schema["properties"] is not JObject { Count: > 0 } && schema["enum"] is null)
        {
            return null;
        }

        var copy = schema.DeepClone();
        foreach (var reference in ((JContainer)copy).Descendants().OfType<JProperty>().Where(property => property.Name == "$ref"))
        {
            if (ApiDocument.NameOf(reference.Value.Text()) is { } name && moving.Contains(name))
            {
                reference.Value = "*";
            }
        }

        return Meaning.OnWire(copy);
    }
}
