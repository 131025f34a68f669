using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>One value in both documents: a member, a parameter, a body, an answer.</summary>
internal sealed record Spot(string Place, string Owner, string Member, JObject Own, JObject Published)
{
    public bool OwnRequired { get; init; }

    public bool PublishedRequired { get; init; }

    public Action<bool> SetRequired { get; init; } = _ => { };

    /// <summary>The sample, where it stands beside the schema.</summary>
    public JToken? Sample { get; init; }

    public Spot Inside(JObject own, JObject published) => new(Place, Owner, Member, own, published);
}
