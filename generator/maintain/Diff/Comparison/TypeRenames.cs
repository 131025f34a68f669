using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Finds renamed types, so that a rename is one change instead of one for each use of the type.</summary>
internal static class TypeRenames
{
    /// <summary>The new names by the old ones.</summary>
    public static IReadOnlyDictionary<string, string> Find(ApiDocument old, ApiDocument current)
    {
        var before = old.Schemas.ToDictionary(schema => schema.Name, schema => schema.Value);
        var after = current.Schemas.ToDictionary(schema => schema.Name, schema => schema.Value);
        var removed = before.Where(schema => !after.ContainsKey(schema.Key)).ToList();
        var added = after.Where(schema => !before.ContainsKey(schema.Key)).ToList();
        var changedNames = removed.Concat(added).Select(schema => schema.Key).ToHashSet();

        var renames = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Pair(schema => (string?)schema.Value["x-source-name"] ?? schema.Key);
        Pair(schema => ContentKey(schema.Value, changedNames));
        return renames;

        void Pair(Func<KeyValuePair<string, JToken>, string?> key)
        {
            // A rename is certain only if the key is unique on both sides.
            var candidates = added.ToLookup(key);
            foreach (var group in removed.GroupBy(key).Where(group => group.Key is not null && group.Count() == 1 && candidates[group.Key].Count() == 1).ToList())
            {
                var (left, right) = (group.Single(), candidates[group.Key].Single());
                renames.Add(left.Key, right.Key);
                removed.Remove(left);
                added.Remove(right);
            }
        }
    }

    /// <summary>Applies the new type names to the old document.</summary>
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

    /// <summary>The content of an object or an enum without the names of added and removed types; <see langword="null"/> for a schema without members and values.</summary>
    private static string? ContentKey(JToken schema, HashSet<string> changedNames)
    {
        if (schema["properties"] is not JObject { Count: > 0 } && schema["enum"] is null)
        {
            return null;
        }

        var copy = schema.DeepClone();
        foreach (var reference in ((JContainer)copy).Descendants().OfType<JProperty>().Where(property => property.Name == "$ref"))
        {
            if (ApiDocument.NameOf(reference.Value.Text()) is { } name && changedNames.Contains(name))
            {
                reference.Value = "*";
            }
        }

        return CanonicalJson.WriteWithoutTexts(copy);
    }
}
