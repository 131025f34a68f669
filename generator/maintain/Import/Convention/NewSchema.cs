using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Types that the project does not have yet.</summary>
internal sealed class NewSchema(Project project, SchemaSet published, Vocabulary vocabulary, TypeNames names, SensitiveRule sensitive, PlaceholderText texts, ImportReport report)
{
    /// <summary>The project's name of a type of the service, which is added if it is new.</summary>
    public string NameOf(string sourceName, NewType types)
    {
        if (project.NameOf(sourceName) is { } known)
        {
            return known;
        }

        var name = names.OfService(sourceName);
        Add(name, sourceName, published[sourceName]!, types);
        return name;
    }

    /// <summary>A type for what is described in place.</summary>
    public string Invent(JObject source, string owner, string member, NewType types)
    {
        var name = names.Invented(owner, member, "Dto");
        Add(name, name, source, types);
        return name;
    }

    /// <summary>A member of a type, with everything that the conventions want of one.</summary>
    /// <param name="owner">The type.</param>
    /// <param name="source">The published member.</param>
    /// <param name="types">What makes its type.</param>
    /// <param name="old">The member that it replaces under a similar name: its words and its mark are proposed.</param>
    public JObject Member(string owner, JProperty source, NewType types, JObject? old = null)
    {
        var place = $"{owner}.{source.Name}";
        var member = types.Create((JObject)source.Value, place, owner, source.Name);
        var mark = old is null ? sensitive.MarkOf(member, place, source.Name) : old["x-sensitive"].Text();
        member["description"] = texts.Draft(place, source.Value["description"].Text(), $"The {NameParts.Sentence(source.Name)} of the {NameParts.Sentence(owner)}", old?["description"].Text());
        member.Put("example", member["example"] ?? old?["example"]);
        member.Put("x-sensitive", mark is null ? null : new JValue(mark));
        return NewType.Finish(member);
    }

    private void Add(string name, string sourceName, JObject source, NewType types)
    {
        // Known before it is complete: its members may come back to it.
        var schema = new JObject { ["type"] = "object", ["description"] = texts.Draft(sourceName, source["description"].Text(), NameParts.Sentence(name)) };
        schema.Put("x-source-name", name == sourceName ? null : new JValue(sourceName));
        project.Add(name, sourceName, schema);
        if (FactText.Alternatives.FirstOrDefault(key => source[key] is JArray) is { } key)
        {
            report.Ask(Question.Untyped, name, $"{key} of several types: the code generator takes one of them", "free-form, or the members of all of them");
        }

        var members = source["properties"].Members().ToList();
        if (members.Count > 0)
        {
            var required = source["required"].Texts().ToHashSet();
            schema.Put("required", members.Exists(member => required.Contains(member.Name)) ? new JArray(members.Select(member => member.Name).Where(required.Contains)) : null);
            var made = new JObject();
            schema["properties"] = made;
            var isEnvelope = Vocabulary.IsEnvelope(source);
            foreach (var member in members)
            {
                made[member.Name] = isEnvelope && vocabulary.EnvelopeMember(member.Name) is { } usual ? usual.DeepClone() : Member(sourceName, member, types);
            }
        }

        report.Changed(name, "type added");
    }
}
