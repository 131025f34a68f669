using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>One value in both documents: a member, a parameter, a body, an answer.</summary>
internal sealed record SchemaPair(string Place, string Owner, string Member, JObject Own, JObject Published)
{
    public bool OwnRequired { get; init; }

    public bool PublishedRequired { get; init; }

    public Action<bool> SetRequired { get; init; } = _ => { };

    /// <summary>The project's schema as a whole, when this is the item of a list in it.</summary>
    public JObject Whole { get; init; } = Own;

    /// <summary>The sample, where it stands beside the schema.</summary>
    public JToken? Sample { get; init; }

    /// <summary>The texts that describe the value, by their places.</summary>
    public IReadOnlyList<(string Place, JToken? Text)> Texts { get; init; } = [(Place, Own["description"])];

    /// <summary>The items of two lists, or the values of two maps.</summary>
    public SchemaPair Inside(JObject own, JObject published) =>
        this with { Own = own, Published = published, OwnRequired = false, PublishedRequired = false, SetRequired = _ => { } };
}
