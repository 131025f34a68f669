using GenAuth.Build;
using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Parameters: those of a query by their names, those of a path by their places.</summary>
internal sealed class ParameterMerge(Project project, SchemaSet published, Deviations deviations, TypeMerge types, NewParameter newParameters, Gone gone, Queue<Action> later, ImportReport report)
{
    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    public void Merge(string id, Operation own, PublishedOperation theirs)
    {
        var known = own.Parameters(project.Document).ToList();
        var said = theirs.Parameters.ToList();
        var pairs = known.Where(Parameters.IsInPath).Zip(said.Where(Parameters.IsInPath))
            .Concat(known.Where(parameter => !Parameters.IsInPath(parameter)).Join(said.Where(parameter => !Parameters.IsInPath(parameter)), Parameters.WireName, Parameters.WireName, (mine, other) => (mine, other)))
            .ToList();
        foreach (var (mine, other) in pairs)
        {
            types.Merge(new(Parameters.Place(id, mine), own.Method(), Parameters.WireName(mine), Schema(mine), Schema(other))
            {
                OwnRequired = mine["required"].IsTrue(),
                PublishedRequired = other["required"].IsTrue() || Parameters.IsInPath(other),
                SetRequired = isRequired => mine.Put("required", isRequired ? true : null),
                Sample = mine["example"],
            });
        }

        foreach (var mine in known.Except(pairs.Select(pair => pair.Item1)).Where(mine => !deviations.Explain(Parameters.Place(id, mine), Deviations.Nothing, _own.Of(Schema(mine), mine["required"].IsTrue()))))
        {
            gone.Add(Parameters.Place(id, mine), "parameter", () => Remove(own.Value, mine));
        }

        foreach (var other in said.Except(pairs.Select(pair => pair.Item2)).Where(other => !deviations.Explain(Parameters.Place(id, other), _theirs.Of(Schema(other), other["required"].IsTrue()), Deviations.Nothing)))
        {
            later.Enqueue(() => Add(id, own.Value, other));
        }
    }

    private void Add(string id, JObject own, JObject other)
    {
        if (own["parameters"] is not JArray list)
        {
            own["parameters"] = list = [];
        }

        var made = newParameters.Of(other, id);
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

    private static JObject Schema(JObject parameter) => parameter["schema"] as JObject ?? [];
}
