using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings the members of a type up to what the service says.</summary>
internal sealed class MemberMerge(Project project, SchemaSet published, Deviations deviations, TypeMerge types, NewSchema schemas, NewType newTypes, Removals removals, Queue<Action> later, ImportReport report)
{
    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    // The published form of each type of the project that has been merged.
    private readonly Dictionary<JObject, JObject> _merged = new(ReferenceEqualityComparer.Instance);

    /// <summary>All types that both have by name. Enums are compared where they are used.</summary>
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
        if (said.Count == 0)
        {
            if (known.Count > 0)
            {
                report.Ask(Question.Differs, place, "the service no longer describes its members", "stays as it is");
            }

            return;
        }

        if (!_merged.TryAdd(own, theirs))
        {
            AskForContradiction(place, _merged[own], theirs);
            return;
        }

        var (ownRequired, required) = (own["required"].Texts().ToHashSet(), theirs["required"].Texts().ToHashSet());
        foreach (var member in known.Properties().Where(member => said[member.Name] is JObject))
        {
            types.Merge(new($"{place}.{member.Name}", place, member.Name, (JObject)member.Value, (JObject)said[member.Name]!)
            {
                OwnRequired = ownRequired.Contains(member.Name),
                PublishedRequired = required.Contains(member.Name),
                SetRequired = isRequired => SetRequired(own, member.Name, isRequired),
            });
        }

        var gone = known.Properties().Where(member => said[member.Name] is null).ToList();
        var added = said.Properties().Where(member => IsNew(place, member, known, required.Contains(member.Name))).ToList();
        var renames = RenameDetector.Find(
            gone.Select(member => (member.Name, _own.Of((JObject)member.Value))),
            said.Properties().Where(member => added.Contains(member) || IsDraft(known[member.Name])).Select(member => (member.Name, _theirs.Of((JObject)member.Value))));
        foreach (var member in gone)
        {
            removals.Add($"{place}.{member.Name}", "member", _own.Of((JObject)member.Value, ownRequired.Contains(member.Name)), () => Remove(own, member), renames.GetValueOrDefault(member.Name));
        }

        foreach (var member in added)
        {
            var old = gone.Find(old => renames.GetValueOrDefault(old.Name) == member.Name)?.Value as JObject;
            later.Enqueue(() => Add(place, own, member, required.Contains(member.Name), old));
        }
    }

    private bool IsNew(string place, JProperty member, JObject known, bool isRequired) =>
        known[member.Name] is null && !deviations.Explain($"{place}.{member.Name}", _theirs.Of((JObject)member.Value, isRequired), Deviations.Nothing);

    /// <summary>Whether nobody has decided about a member since an earlier import added it.</summary>
    private static bool IsDraft(JToken? member) => member?["description"].Text()?.StartsWith(PlaceholderText.Mark, StringComparison.Ordinal) == true;

    /// <summary>One type of the project stands for two descriptions of the service: the first one holds.</summary>
    private void AskForContradiction(string place, JObject first, JObject second)
    {
        var (one, other) = (_theirs.Members(first).Select(Line).ToList(), _theirs.Members(second).Select(Line).ToList());
        if (one.Except(other).Concat(other.Except(one)).FirstOrDefault() is { } difference)
        {
            report.Ask(Question.Differs, place, $"the service describes it in two ways; {difference} is only in one of them", "stays as the first one says");
        }

        static string Line((string Name, string Text) member) => $"{member.Name}: {member.Text}";
    }

    private void Add(string place, JObject own, JProperty member, bool isRequired, JObject? old)
    {
        if (own["properties"] is not JObject members)
        {
            own["properties"] = members = [];
        }

        var made = new JProperty(member.Name, schemas.Member(place, member, newTypes, old));
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
