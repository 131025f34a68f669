namespace GenAuth.Maintain.Reference;

/// <summary>Where an argument goes.</summary>
internal enum Place
{
    Path,
    Query,
    Body,
    Part,
}

/// <summary>An argument of an operation's method.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">Its name on the wire; that of a body is its C# name.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Schema">What it is.</param>
/// <param name="IsRequired">Whether a call must have it.</param>
/// <param name="Description">What it means.</param>
/// <param name="Example">The document's sample, if it has one.</param>
internal sealed record Argument(string Name, string WireName, Place Place, Schema Schema, bool IsRequired, string Description, Newtonsoft.Json.Linq.JToken? Example)
{
    public string Type => Place == Place.Part ? "FileUpload" : Schema.ArgumentType(IsRequired).ToString();
}
