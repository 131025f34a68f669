using GenAuth.MaintainTests.Import.Published;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>A few operations of both documents with their types, which are fast to import.</summary>
internal static class SmallApi
{
    private static readonly string[] Paths = ["/api/v3/list-groups", "/api/v3/signin-by-mobile", "/api/v3/user-list", "/api/v3/get-permission-namespaces-batch", "/api/v3/invitation-invitee/upload", "/api/v3/approval"];

    public static JObject Project { get; } = Cut(JObject.Parse(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json"))), Paths);

    public static JObject Published { get; } = Join(PublishedForm.FromFacts());

    private static JObject Join(PublishedForm form)
    {
        var all = (JObject)form.Management.DeepClone();
        all.Merge(form.Authentication);
        return Cut(all, Paths);
    }

    /// <summary>The part of a document that describes these operations.</summary>
    internal static JObject Cut(JObject root) => Cut(root, Paths);

    /// <summary>The part of a document that describes the operations of some paths.</summary>
    internal static JObject Cut(JObject root, IReadOnlyCollection<string> paths)
    {
        root["paths"] = new JObject(((JObject)root["paths"]!).Properties().Where(path => paths.Contains(path.Name)));
        var schemas = (JObject)root["components"]!["schemas"]!;
        var needed = new HashSet<string>();
        var open = new Queue<JToken>([root["paths"]!]);
        while (open.TryDequeue(out var node))
        {
            foreach (var name in ((JContainer)node).DescendantsAndSelf().OfType<JProperty>().Where(property => property.Name == "$ref").Select(property => ((string)property.Value!).Split('/')[^1]))
            {
                if (needed.Add(name))
                {
                    open.Enqueue(schemas[name]!);
                }
            }
        }

        root["components"]!["schemas"] = new JObject(schemas.Properties().Where(schema => needed.Contains(schema.Name)));
        return JObject.Parse(root.ToString(Formatting.None), new JsonLoadSettings());
    }
}
