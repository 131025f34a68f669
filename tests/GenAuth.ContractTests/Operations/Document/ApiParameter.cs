using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Document;

/// <summary>One parameter of an operation, in the path or in the query.</summary>
internal sealed class ApiParameter(JObject json)
{
    /// <summary>The wire name, with the suffix of a list.</summary>
    public string Name { get; } = (string)json["name"]!;

    public string CSharpName { get; } = Document.CSharpName.FromParameter((string)json["name"]!, json);

    /// <summary>The member of the operation's options, if the parameter is optional.</summary>
    public string OptionName => char.ToUpperInvariant(CSharpName[0]) + CSharpName[1..];

    public bool IsInPath { get; } = (string)json["in"]! == "path";

    public bool IsRequired { get; } = (bool?)json["required"] == true;

    /// <summary>Whether a blank text is refused before it is sent.</summary>
    public bool MustNotBeBlank => IsInPath || (IsRequired && (int?)Schema["minLength"] > 0);

    public JObject Schema { get; } = (JObject)json["schema"]!;

    public JToken? Example => json["example"];
}
