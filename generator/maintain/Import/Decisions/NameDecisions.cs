using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>Applies decisions on the names of types, operations, enum values and tags, and on renamed members. Each method returns a description of its change.</summary>
internal sealed partial class NameDecisions(Project project, PlaceAliases aliases)
{
    private const string Schemas = "components/schemas/";

    public string? Rename(Decision decision)
    {
        if (decision.Place.StartsWith(Schemas, StringComparison.Ordinal))
        {
            return RenameType(decision, decision.Place[Schemas.Length..]);
        }

        return decision.Value is JObject || decision.Place.Contains(' ', StringComparison.Ordinal) ? RenameConstants(decision) : RenameOperation(decision);
    }

    public string? RenameTag(Decision decision)
    {
        var (old, name) = (decision.Place[..^" tag".Length], decision.Text);
        var tags = project.Document.Root["tags"] as JArray ?? [];
        if (old == name || !tags.Objects().Any(tag => tag["name"].Text() == old))
        {
            return tags.Objects().Any(tag => tag["name"].Text() == name) ? null : throw decision.CreateUnknownPlaceError();
        }

        foreach (var operation in project.Document.Operations.Where(operation => operation.Tag == old))
        {
            operation.Value["tags"] = new JArray(name);
        }

        var renamed = tags.Objects().First(tag => tag["name"].Text() == old);
        if (tags.Objects().Any(tag => tag["name"].Text() == name))
        {
            renamed.Remove();
        }
        else
        {
            renamed["name"] = name;
        }

        return $"tag {old} -> {name}";
    }

    /// <summary>Moves the texts of a renamed member or parameter to its new name and deletes the old one.</summary>
    public string? MoveTexts(Decision decision)
    {
        var name = decision.AcceptsProposal ? decision.Proposal ?? string.Empty : decision.Text;
        var places = new DocumentPlaces(project);
        var target = decision.Place[..(decision.Place.LastIndexOfAny(['.', '?', '{']) + 1)] + name + (decision.Place.EndsWith('}') ? "}" : string.Empty);
        if (!places.Values.TryGetValue(target, out var added))
        {
            throw decision.CreateError($"refers to {target}, which the document does not have");
        }

        if (!places.Values.TryGetValue(decision.Place, out var old))
        {
            return null;
        }

        if (added["description"].Text()?.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal) != false)
        {
            added.Put("description", old["description"]);
        }

        foreach (var key in new[] { "x-sensitive", "example" })
        {
            added.Put(key, added[key] ?? old[key]);
        }

        Delete(old);
        return $"renamed {target}";
    }

    private static void Delete(JObject old)
    {
        if (old.Parent is JProperty { Parent.Parent.Parent: JObject type } member)
        {
            type.Put("required", type["required"].Texts().Where(name => name != member.Name).ToList() is { Count: > 0 } rest ? new JArray(rest) : null);
            member.Remove();
        }
        else
        {
            old.Remove();
        }
    }

    private string? RenameType(Decision decision, string old)
    {
        var name = decision.Text;
        if (old == name || (project.Schemas[old] is null && project.Schemas[name] is not null))
        {
            return null;
        }

        if (!TypeName().IsMatch(name) || project.Schemas.Node.Properties().Any(schema => schema.Name != old && schema.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw decision.CreateError("is not an unused type name in PascalCase");
        }

        return project.Schemas[old] is null ? throw decision.CreateUnknownPlaceError() : project.RenameSchema(old, name);
    }

    private string? RenameOperation(Decision decision)
    {
        var client = decision.Place.Split('_')[0];
        var id = decision.Text.Contains('_', StringComparison.Ordinal) ? decision.Text : $"{client}_{decision.Text}";
        var operations = project.Document.Operations.ToLookup(operation => operation.Name());
        if (id == decision.Place || (!operations[decision.Place].Any() && operations[id].Any()))
        {
            return null;
        }

        if (!OperationId().IsMatch(id) || operations[id].Any())
        {
            throw decision.CreateError("is not an unused method name in camelCase");
        }

        (operations[decision.Place].FirstOrDefault() ?? throw decision.CreateUnknownPlaceError()).Value["operationId"] = id;
        return $"operationId {decision.Place} -> {id}";
    }

    private string? RenameConstants(Decision decision)
    {
        var blank = decision.Place.IndexOf(' ', StringComparison.Ordinal);
        var (name, constants) = decision.Value is JObject all
            ? (decision.Place, all.Properties().ToDictionary(constant => constant.Name, constant => constant.Value.Text() ?? string.Empty))
            : (decision.Place[..blank], new Dictionary<string, string> { [decision.Place[(blank + 1)..]] = decision.Text });
        var schema = aliases.Get(name).Select(alias => project.Schemas[alias]).FirstOrDefault(found => found is not null) ?? throw decision.CreateUnknownPlaceError();
        var (values, names) = ((schema["enum"] as JArray ?? []).Select(EnumRule.WireText).ToList(), schema["x-enumNames"] as JArray ?? []);
        var before = names.ToJson();
        foreach (var (value, constant) in constants)
        {
            var index = values.IndexOf(value);
            if (index < 0 || index >= names.Count || !TypeName().IsMatch(constant))
            {
                throw decision.CreateError($"gives '{value}', which has to be a value of {name}, the name '{constant}', which has to be in PascalCase");
            }

            names[index] = constant;
        }

        return names.ToJson() == before ? null : $"constants {string.Join(", ", constants.Select(constant => $"{constant.Key} = {constant.Value}"))}";
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*_[a-z][A-Za-z0-9]*\z")]
    private static partial Regex OperationId();
}
