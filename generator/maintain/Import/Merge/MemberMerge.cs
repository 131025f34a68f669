using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Updates the members of a type.</summary>
internal sealed class MemberMerge(Project project, SchemaSet publishedSchemas, Deviations deviations, TypeMerge types, SchemaFactory schemaFactory, TypeFactory typeFactory, Removals removals, Queue<Action> additions, ImportReport report)
{
    private readonly FactText _projectFacts = new(project.Schemas);
    private readonly FactText _publishedFacts = new(publishedSchemas);

    // The published schemas of the types that have been merged.
    private readonly Dictionary<JObject, JObject> _merged = new(ReferenceEqualityComparer.Instance);

    /// <summary>Merges all types that both documents have by name. Enums are compared where they are used.</summary>
    public void MergeAll()
    {
        foreach (var schema in project.Schemas.Node.Properties().ToList())
        {
            var name = project.Schemas.SourceName(schema.Name);
            if (schema.Value is JObject current && current["enum"] is null && publishedSchemas[name] is { } published && !SchemaSet.IsAlias(published))
            {
                Merge(name, current, published);
            }
        }
    }

    public void Merge(string place, JObject current, JObject published)
    {
        var (currentMembers, publishedMembers) = (current["properties"] as JObject ?? [], published["properties"] as JObject ?? []);
        if (publishedMembers.Count == 0)
        {
            if (currentMembers.Count > 0)
            {
                report.AddQuestion(QuestionKind.Differs, place, "the service no longer describes its members", "unchanged");
            }

            return;
        }

        if (!_merged.TryAdd(current, published))
        {
            ReportContradiction(place, _merged[current], published);
            return;
        }

        var (currentRequired, required) = (current["required"].Texts().ToHashSet(), published["required"].Texts().ToHashSet());
        foreach (var member in currentMembers.Properties().Where(member => publishedMembers[member.Name] is JObject))
        {
            types.Merge(new($"{place}.{member.Name}", place, member.Name, (JObject)member.Value, (JObject)publishedMembers[member.Name]!)
            {
                CurrentRequired = currentRequired.Contains(member.Name),
                PublishedRequired = required.Contains(member.Name),
                SetRequired = isRequired => SetRequired(current, member.Name, isRequired),
            });
        }

        var removed = currentMembers.Properties().Where(member => publishedMembers[member.Name] is null).ToList();
        var added = publishedMembers.Properties().Where(member => IsNew(place, member, currentMembers, required.Contains(member.Name))).ToList();
        var renames = RenameDetector.Find(
            removed.Select(member => (member.Name, _projectFacts.Describe((JObject)member.Value))),
            publishedMembers.Properties().Where(member => added.Contains(member) || IsDraft(currentMembers[member.Name])).Select(member => (member.Name, _publishedFacts.Describe((JObject)member.Value))));
        foreach (var member in removed)
        {
            removals.Add($"{place}.{member.Name}", "member", _projectFacts.Describe((JObject)member.Value, currentRequired.Contains(member.Name)), () => Remove(current, member), renames.GetValueOrDefault(member.Name));
        }

        foreach (var member in added)
        {
            var old = removed.Find(old => renames.GetValueOrDefault(old.Name) == member.Name)?.Value as JObject;
            additions.Enqueue(() => Add(place, current, member, required.Contains(member.Name), old));
        }
    }

    private bool IsNew(string place, JProperty member, JObject currentMembers, bool isRequired) =>
        currentMembers[member.Name] is null && !deviations.Covers($"{place}.{member.Name}", _publishedFacts.Describe((JObject)member.Value, isRequired), Deviations.Absent);

    /// <summary>Whether an earlier import added the member and its text is still a draft.</summary>
    private static bool IsDraft(JToken? member) => member?["description"].Text()?.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal) == true;

    /// <summary>Two published schemas correspond to one type of the project, which keeps the first.</summary>
    private void ReportContradiction(string place, JObject first, JObject second)
    {
        var (one, other) = (_publishedFacts.DescribeMembers(first).Select(Line).ToList(), _publishedFacts.DescribeMembers(second).Select(Line).ToList());
        if (one.Except(other).Concat(other.Except(one)).FirstOrDefault() is { } difference)
        {
            report.AddQuestion(QuestionKind.Differs, place, $"the service describes it in two ways; {difference} is only in one of them", "the first description is used");
        }

        static string Line((string Name, string Text) member) => $"{member.Name}: {member.Text}";
    }

    private void Add(string place, JObject current, JProperty member, bool isRequired, JObject? old)
    {
        if (current["properties"] is not JObject members)
        {
            current["properties"] = members = [];
        }

        var made = new JProperty(member.Name, schemaFactory.CreateMember(place, member, typeFactory, old));
        // After the member that precedes it in the published schema.
        if (member.BeforeSelf().Reverse().OfType<JProperty>().Select(before => members.Property(before.Name)).FirstOrDefault(before => before is not null) is { } before)
        {
            before.AddAfterSelf(made);
        }
        else
        {
            members.AddFirst(made);
        }

        SetRequired(current, member.Name, isRequired);
        report.AddChange($"{place}.{member.Name}", $"member added: {_projectFacts.Describe((JObject)made.Value, isRequired)}");
    }

    private static void Remove(JObject current, JProperty member)
    {
        SetRequired(current, member.Name, false);
        member.Remove();
    }

    /// <summary>Sets or removes a required member; the list has the order of the members.</summary>
    private static void SetRequired(JObject current, string name, bool isRequired)
    {
        var names = current["required"].Texts().Where(other => other != name).Concat(isRequired ? [name] : []).ToHashSet();
        current.Put("required", names.Count == 0 ? null : new JArray(current["properties"].Members().Select(member => member.Name).Where(names.Contains)));
    }
}
