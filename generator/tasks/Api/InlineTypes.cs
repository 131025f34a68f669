using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Api;

/// <summary>
/// Names the inline schemas that become types: objects with members, and enums. The name consists of the names of the owner and
/// the member, for example <c>UserDtoAddress</c>. The conventions require named schemas instead.
/// </summary>
internal sealed class InlineTypes
{
    private readonly Dictionary<JObject, string> _names = [];

    public InlineTypes(ApiDocument document)
    {
        foreach (var schema in document.Schemas)
        {
            FindWithin(schema.Value, TypeRules.NameOf(schema.Name));
        }

        foreach (var operation in document.Operations)
        {
            var method = CSharpName.FromOperationId(operation.Id?.Value.AsText() ?? string.Empty);
            foreach (var parameter in operation.Parameters(document))
            {
                Find(parameter["schema"], method + CSharpName.FromMember(parameter.Text("name") ?? string.Empty));
            }

            if (operation.Body(document) is { IsUpload: false } body)
            {
                Find(body.Schema, method + "Body");
            }

            Find(operation.Response(document), method + "Response");
        }
    }

    /// <summary>The C# names by the schemas, in the order of the document.</summary>
    public IReadOnlyDictionary<JObject, string> Names => _names;

    private void Find(JToken? schema, string name)
    {
        if (TypeRules.ReferenceOf(schema) is null && schema is JObject inner)
        {
            if (IsType(inner) && !_names.ContainsKey(inner))
            {
                _names.Add(inner, name);
            }

            FindWithin(inner, name);
        }
    }

    private static bool IsType(JObject schema) => TypeRules.KindOf(schema) switch
    {
        TypeKind.TextSet or TypeKind.NumberSet => true,
        TypeKind.Object => schema.Members("properties").Any() || schema.List("allOf").Count > 0,
        _ => false,
    };

    private void FindWithin(JToken owner, string name)
    {
        foreach (var member in owner.Members("properties"))
        {
            Find(member.Value, name + (CSharpName.Given(member.Value) ?? CSharpName.FromMember(member.Name)));
        }

        foreach (var part in owner.List("allOf"))
        {
            FindWithin(part, name);
        }

        Find(owner.Object("items"), name + "Item");
        Find(owner.Object("additionalProperties"), name + "Value");
    }
}
