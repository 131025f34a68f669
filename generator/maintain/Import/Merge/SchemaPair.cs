using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>A value that both documents describe: a member, a parameter, a body or a response.</summary>
internal sealed record SchemaPair(string Place, string Owner, string Member, JObject Current, JObject Published)
{
    public bool CurrentRequired { get; init; }

    public bool PublishedRequired { get; init; }

    public Action<bool> SetRequired { get; init; } = _ => { };

    /// <summary>The outermost schema of the project, when this pair is an item of a list in it.</summary>
    public JObject Whole { get; init; } = Current;

    /// <summary>The sample, if it is a sibling of the schema.</summary>
    public JToken? Sample { get; init; }

    /// <summary>The texts that describe the value, with their places.</summary>
    public IReadOnlyList<(string Place, JToken? Text)> Texts { get; init; } = [(Place, Current["description"])];

    /// <summary>Creates the pair of two list items or map values.</summary>
    public SchemaPair Inside(JObject current, JObject published) =>
        this with { Current = current, Published = published, CurrentRequired = false, PublishedRequired = false, SetRequired = _ => { } };
}
