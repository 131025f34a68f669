using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Adds named types to the project.</summary>
internal sealed class SchemaFactory(Project project, SchemaSet publishedSchemas, ProjectConventions conventions, TypeNameRule names, SensitiveRule sensitive, PlaceholderText texts, ImportReport report)
{
    /// <summary>Gets the project's name of a published type and adds the type if it is new.</summary>
    public string GetOrAdd(string sourceName, TypeFactory typeFactory)
    {
        if (project.NameOf(sourceName) is { } existing)
        {
            return existing;
        }

        var name = names.ForPublished(sourceName);
        Add(name, sourceName, publishedSchemas[sourceName]!, typeFactory);
        return name;
    }

    /// <summary>Adds a type for an inline schema.</summary>
    public string AddInline(JObject source, string owner, string member, TypeFactory typeFactory)
    {
        var name = names.ForInline(owner, member, "Dto");
        Add(name, name, source, typeFactory);
        return name;
    }

    /// <summary>Creates a member with everything that the conventions require.</summary>
    /// <param name="owner">The type.</param>
    /// <param name="source">The published member.</param>
    /// <param name="typeFactory">Creates its type.</param>
    /// <param name="old">The member of a similar name that it replaces: its text and its <c>x-sensitive</c> are proposed.</param>
    public JObject CreateMember(string owner, JProperty source, TypeFactory typeFactory, JObject? old = null)
    {
        var place = $"{owner}.{source.Name}";
        var member = typeFactory.Create((JObject)source.Value, place, owner, source.Name);
        var mark = old is null ? sensitive.MarkOf(member, place, source.Name) : old["x-sensitive"].Text();
        member["description"] = texts.Draft(place, source.Value["description"].Text(), $"The {NameParts.Sentence(source.Name)} of the {NameParts.Sentence(owner)}", old?["description"].Text());
        member.Put("example", member["example"] ?? old?["example"]);
        member.Put("x-sensitive", mark is null ? null : new JValue(mark));
        return TypeFactory.WrapReference(member);
    }

    private void Add(string name, string sourceName, JObject source, TypeFactory typeFactory)
    {
        // The schema is added before it is complete, because its members may refer to it.
        var schema = new JObject { ["type"] = "object", ["description"] = texts.Draft(sourceName, source["description"].Text(), NameParts.Sentence(name)) };
        schema.Put("x-source-name", name == sourceName ? null : new JValue(sourceName));
        project.Add(name, sourceName, schema);
        if (FactText.Alternatives.FirstOrDefault(key => source[key] is JArray) is { } key)
        {
            report.AddQuestion(QuestionKind.Untyped, name, $"{key} of several types: the code generator uses one of them", "free-form, or the members of all of them");
        }

        var members = source["properties"].Members().ToList();
        if (members.Count > 0)
        {
            var required = source["required"].Texts().ToHashSet();
            schema.Put("required", members.Exists(member => required.Contains(member.Name)) ? new JArray(members.Select(member => member.Name).Where(required.Contains)) : null);
            var properties = new JObject();
            schema["properties"] = properties;
            var isEnvelope = ProjectConventions.IsEnvelope(source);
            foreach (var member in members)
            {
                properties[member.Name] = isEnvelope && conventions.EnvelopeMember(member.Name) is { } usual ? usual.DeepClone() : CreateMember(sourceName, member, typeFactory);
            }
        }

        report.AddChange(name, "type added");
    }
}
