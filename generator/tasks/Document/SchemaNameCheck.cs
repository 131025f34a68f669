using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Checks the C# names of types, members and values: each is valid, and none is there twice.</summary>
internal sealed class SchemaNameCheck(ApiDocument document, DocumentErrors errors)
{
    private const string OfObject = "every object";
    private const string OfEveryEnum = "every enum";

    /// <summary>What the generated code of types names without its namespace, or its namespaces begin with.</summary>
    private static readonly Dictionary<string, string> ReservedTypes = new[]
    {
        "ExtensibleObject", "FileUpload", "GenAuth", "IApiResponse", "Newtonsoft", "OpenEnumConverter", "RequestOptions", "System",
    }.ToDictionary(name => name, _ => "the library");

    private static readonly Dictionary<string, string> ReservedMembers = new[]
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "AdditionalProperties", "Find", "Forget", "HasUnknownMembers", "Keeps", "OnRead", "ReadDeclared", "ShallowCopy", "UnknownMembers", "WriteDeclared", "WriteUnknown",
    }.ToDictionary(name => name, _ => OfObject);

    private static readonly string[] MembersOfEnums =
        ["Equals", "Finalize", "FromJson", "GetHashCode", "GetType", "IsKnown", "MemberwiseClone", "ReferenceEquals", "ToString", "Value", "WireText"];

    private static readonly Dictionary<string, string> ReservedTexts = MembersOfEnums.ToDictionary(name => name, _ => OfEveryEnum);

    private static readonly Dictionary<string, string> ReservedNumbers =
        MembersOfEnums.Concat(["Description", "Name", "Remedy"]).ToDictionary(name => name, _ => "every enum of integers");

    public void Run()
    {
        var types = new NameScope(errors, "another name of the schema, and keep the service's in x-source-name", ReservedTypes);
        var seen = new Dictionary<string, JProperty>(StringComparer.OrdinalIgnoreCase);
        foreach (var schema in document.Schemas)
        {
            if (seen.TryGetValue(schema.Name, out var first))
            {
                errors.Add("GENAUTH020", schema,
                    $"The schema {PrintableText.Quote(schema.Name)} differs from {PrintableText.Quote(first.Name)} in line {DocumentErrors.LineOf(first)} only by case. Rename one of them, and keep the service's name in x-source-name.");
                continue;
            }

            seen.Add(schema.Name, schema);
            types.Take(schema.Name, $"the schema {PrintableText.Quote(schema.Name)}", schema);
            CheckValues(schema.Name, schema.Value);
            CheckMembers(schema.Name, MembersOf(schema.Name, schema.Value as JObject, []));
        }

        foreach (var place in new DocumentModel(document).Places.Where(place => !place.IsNamed))
        {
            CheckValues(place.Name, place.Schema);
            CheckMembers(place.Name, place.Schema.Members("properties").Select(member => (place.Name, member)));
        }
    }

    /// <summary>The members of a type and of those that it extends: a member of the same name would hide the other.</summary>
    private void CheckMembers(string type, IEnumerable<(string Owner, JProperty Member)> members)
    {
        var names = new NameScope(errors, "x-csharp-name", ReservedMembers);
        foreach (var (owner, member) in members)
        {
            var what = $"the member {PrintableText.Quote(member.Name)} of {PrintableText.Quote(owner)}";
            if (owner != type)
            {
                names.Reserve(CSharpName.Given(member.Value) ?? CSharpName.OfMember(member.Name), what, member);
                continue;
            }

            if (CSharpName.Given(member.Value) is { } given)
            {
                names.TakeGiven(given, what, member);
            }
            else
            {
                names.Take(CSharpName.OfMember(member.Name), what, member);
            }

            if ((CSharpName.Given(member.Value) ?? CSharpName.OfMember(member.Name)) == type)
            {
                errors.Add("GENAUTH020", member, $"The C# name of {what} would be that of its type. Give it another name with x-csharp-name.");
            }
        }
    }

    private IEnumerable<(string Owner, JProperty Member)> MembersOf(string name, JObject? schema, HashSet<JObject> within)
    {
        if (schema is null || !within.Add(schema))
        {
            return [];
        }

        var inherited = schema.List("allOf").OfType<JObject>().SelectMany(part =>
            part.Text("$ref") is { } reference && ApiDocument.IsLocal(reference) ? MembersOf(reference.Substring(reference.LastIndexOf('/') + 1), document.Resolve(reference) as JObject, within) : MembersOf(name, part, within));
        return inherited.Concat(schema.Members("properties").Select(member => (name, member)));
    }

    private void CheckValues(string type, JToken schema)
    {
        var names = new NameScope(errors, "x-enumNames", schema.Text("type") == "string" ? ReservedTexts : ReservedNumbers);
        var given = schema.List("x-enumNames");
        var values = schema.List("enum");
        for (var index = 0; index < values.Count; index++)
        {
            var what = $"the value {PrintableText.Quote(values[index].ToString())} of {PrintableText.Quote(type)}";
            var name = index < given.Count ? given[index].AsText() : null;
            if (name == type)
            {
                errors.Add("GENAUTH020", given[index], $"The C# name of {what} would be that of its type. Give it another name with x-enumNames.");
            }
            else if (name is not null)
            {
                names.TakeGiven(name, what, given[index]);
            }
            else if (values[index].Type != JTokenType.Null)
            {
                // NSwag puts a word before a number.
                names.Take(values[index].AsText() is { } text ? CSharpName.OfMember(text) : "_" + values[index], what, values[index]);
            }
        }
    }
}
