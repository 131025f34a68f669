using GenAuth.Build;
using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings parameters up to what the service says: those of a query are matched by their names, those of a path by their positions.</summary>
internal sealed class ParameterMerge(Project project, SchemaSet published, Deviations deviations, TypeMerge types, NewParameter newParameters, Removals removals, Queue<Action> later, ImportReport report)
{
    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    public void Merge(string id, Operation own, PublishedOperation theirs)
    {
        var known = own.Parameters(project.Document).ToList();
        var said = theirs.Parameters.ToList();
        var pairs = known.Where(Parameters.IsInPath).Zip(said.Where(Parameters.IsInPath))
            .Concat(known.Where(parameter => !Parameters.IsInPath(parameter)).DistinctBy(Parameters.WireName)
                .Join(said.Where(parameter => !Parameters.IsInPath(parameter)), Parameters.WireName, Parameters.WireName, (mine, other) => (mine, other)))
            .ToList();
        foreach (var (mine, other) in pairs)
        {
            types.Merge(new(Parameters.Place(id, mine), own.Method(), Parameters.WireName(mine), Schema(mine), Schema(other))
            {
                OwnRequired = mine["required"].IsTrue(),
                PublishedRequired = other["required"].IsTrue() || Parameters.IsInPath(other),
                SetRequired = isRequired => mine.Put("required", isRequired ? true : null),
                Sample = mine["example"],
                Texts = [(Parameters.Place(id, mine), mine["description"])],
            });
        }

        var gone = known.Except(pairs.Select(pair => pair.Item1)).ToList();
        var added = said.Except(pairs.Select(pair => pair.Item2)).Where(other => !deviations.Explain(Parameters.Place(id, other), TheirText(other), Deviations.Nothing)).ToList();
        var candidates = added.Concat(pairs.Where(pair => pair.Item1["description"].Text()?.StartsWith(PlaceholderText.Mark, StringComparison.Ordinal) == true).Select(pair => pair.Item2));
        var renames = RenameDetector.Find(
            gone.Select(mine => (Parameters.WireName(mine), _own.Of(Schema(mine)))),
            candidates.Select(other => (Parameters.WireName(other), _theirs.Of(Schema(other)))));
        foreach (var mine in gone)
        {
            removals.Add(Parameters.Place(id, mine), "parameter", _own.Of(Schema(mine), mine["required"].IsTrue()), () => Remove(own.Value, mine), renames.GetValueOrDefault(Parameters.WireName(mine)));
        }

        foreach (var other in added)
        {
            var old = gone.Find(old => renames.GetValueOrDefault(Parameters.WireName(old)) == Parameters.WireName(other));
            later.Enqueue(() => Add(id, own.Value, other, old));
        }
    }

    private void Add(string id, JObject own, JObject other, JObject? old)
    {
        if (own["parameters"] is not JArray list)
        {
            own["parameters"] = list = [];
        }

        var made = newParameters.Create(other, id, old);
        list.Insert(Parameters.IsInPath(other) ? list.Objects().Count(Parameters.IsInPath) : list.Count, made);
        report.Changed(Parameters.Place(id, made), $"parameter added: {_own.Of(Schema(made), made["required"].IsTrue())}");
    }

    private static void Remove(JObject own, JObject parameter)
    {
        parameter.Remove();
        if (own["parameters"] is JArray { Count: 0 })
        {
            own.Remove("parameters");
        }
    }

    private string TheirText(JObject parameter) => _theirs.Of(Schema(parameter), parameter["required"].IsTrue());

    private static JObject Schema(JObject parameter) => parameter["schema"] as JObject ?? [];
}
