using GenAuth.Build;

namespace GenAuth.Maintain.Reference;

/// <summary>An argument of an operation's method.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Source">What the build step knows of it.</param>
/// <param name="Schema">What it is.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">The document's sample, if it has one.</param>
internal sealed record Argument(string Name, ApiParameter Source, Schema Schema, string Description, Newtonsoft.Json.Linq.JToken? Example)
{
    public string Type => Source.Type.ToString();

    /// <summary>Its name on the wire; that of a body is its C# name.</summary>
    public string WireName => Place == ApiPlace.Body ? Name : Source.Source.Text("name") ?? Source.Wire;

    public ApiPlace Place => Source.Place;

    /// <summary>Whether a call must have it.</summary>
    public bool IsRequired => Source.IsRequired;
}
