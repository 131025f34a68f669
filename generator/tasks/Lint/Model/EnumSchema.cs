using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A named schema with a set of values.</summary>
internal sealed class EnumSchema(SchemaPlace place)
{
    public string Name => place.Name;

    public SchemaPlace Place => place;

    public bool IsOfIntegers => place.Type == "integer";

    public IReadOnlyList<JToken> Values { get; } = place.Schema.List("enum");

    public IReadOnlyList<JToken> Names { get; } = place.Schema.List("x-enumNames");

    public IReadOnlyList<JToken> Descriptions { get; } = place.Schema.List("x-enumDescriptions");

    public IReadOnlyList<JToken> Remedies { get; } = place.Schema.List("x-enumRemedies");
}
