using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings the members of a type up to what the service says.</summary>
internal sealed class MemberMerge(Project project, SchemaSet published, Deviations deviations, TypeMerge types, NewSchema schemas, NewType newTypes, Gone gone, Queue<Action> later, ImportReport report)
{
    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    /// <summary>All types that both have by name. Sets of values are compared where they are used.</summary>
    public void MergeAll()
    {
        foreach (var schema in project.Schemas.Node.Properties().ToList())
        {
            var name = project.Schemas.SourceName(schema.Name);
            if (schema.Value is JObject own && own["enum"] is null && published[name] is { } theirs && !SchemaSet.IsAlias(theirs))
            {
                Merge(name, own, theirs);
            }
        }
    }

    public void Merge(string place, JObject own, JObject theirs)
    {
        var (known, said) = (own["properties"] as JObject ?? [], theirs["properties"] as JObject ?? []);
        var (ownRequired, required) = (own["required"].Texts().ToHashSet(), theirs["required"].Texts().ToHashSet());
        if (said.Count == 0)
        {
            if (known.Count > 0)
            {
                report.Ask(Question.Differs, place, "the service describes its members no more", "stays as it is");
            }

            return;
        }

        foreach (var member in known.Properties().ToList())
        {
            var spot = $"{place}.{member.Name}";
            if (said[member.Name] is JObject theirMember)
            {
                types.Merge(new(spot, place, member.Name, (JObject)member.Value, theirMember)
                {
                    OwnRequired = ownRequired.Contains(member.Name),
                    PublishedRequired = required.Contains(member.Name),
                    SetRequired = isRequired => SetRequired(own, member.Name, isRequired),
                });
            }
            else if (!deviations.Explain(spot, Deviations.Nothing, _own.Of((JObject)member.Value, ownRequired.Contains(member.Name))))
            {
                gone.Add(spot, "member", () => Remove(own, member));
            }
        }

        foreach (var member in said.Properties().Where(member => known[member.Name] is null))
        {
            if (!deviations.Explain($"{place}.{member.Name}", _theirs.Of((JObject)member.Value, required.Contains(member.Name)), Deviations.Nothing))
            {
                later.Enqueue(() => Add(place, own, member, required.Contains(member.Name)));
            }
        }
    }

    private void Add(string place, JObject own, JProperty member, bool isRequired)
    {
        if (own["properties"] is not JObject members)
        {
            own["properties"] = members = [];
        }

        var made = new JProperty(member.Name, schemas.Member(place, member, newTypes));
        // Behind the one that it follows at the service.
        if (member.BeforeSelf().Reverse().OfType<JProperty>().Select(before => members.Property(before.Name)).FirstOrDefault(before => before is not null) is { } before)
        {
            before.AddAfterSelf(made);
        }
        else
        {
            members.AddFirst(made);
        }

        SetRequired(own, member.Name, isRequired);
        report.Changed($"{place}.{member.Name}", $"member added: {_own.Of((JObject)made.Value, isRequired)}");
    }

    private static void Remove(JObject own, JProperty member)
    {
        SetRequired(own, member.Name, false);
        member.Remove();
    }

    /// <summary>The required members stand in the order of all members.</summary>
    private static void SetRequired(JObject own, string name, bool isRequired)
    {
        var names = own["required"].Texts().Where(other => other != name).Concat(isRequired ? [name] : []).ToHashSet();
        own.Put("required", names.Count == 0 ? null : new JArray(own["properties"].Members().Select(member => member.Name).Where(names.Contains)));
    }
}
