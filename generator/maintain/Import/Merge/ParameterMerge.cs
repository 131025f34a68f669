using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Updates the parameters of an operation: those of the query are matched by name, those of the path by position.</summary>
internal sealed class ParameterMerge(Project project, SchemaSet publishedSchemas, Deviations deviations, TypeMerge types, ParameterFactory parameterFactory, Removals removals, Queue<Action> additions, ImportReport report)
{
    private readonly FactText _projectFacts = new(project.Schemas);
    private readonly FactText _publishedFacts = new(publishedSchemas);

    public void Merge(string id, Operation current, PublishedOperation published)
    {
        var currentParameters = current.Parameters(project.Document).ToList();
        var publishedParameters = published.Parameters.ToList();
        var pairs = currentParameters.Where(ParameterRule.IsInPath).Zip(publishedParameters.Where(ParameterRule.IsInPath), Pair)
            .Concat(currentParameters.Where(parameter => !ParameterRule.IsInPath(parameter)).DistinctBy(ParameterRule.WireName)
                .Join(publishedParameters.Where(parameter => !ParameterRule.IsInPath(parameter)), ParameterRule.WireName, ParameterRule.WireName, Pair))
            .ToList();
        foreach (var (currentParameter, publishedParameter) in pairs)
        {
            types.Merge(new(ParameterRule.Place(id, currentParameter), current.Method(), ParameterRule.WireName(currentParameter), Schema(currentParameter), Schema(publishedParameter))
            {
                CurrentRequired = currentParameter["required"].IsTrue(),
                PublishedRequired = publishedParameter["required"].IsTrue() || ParameterRule.IsInPath(publishedParameter),
                SetRequired = isRequired => currentParameter.Put("required", isRequired ? true : null),
                Sample = currentParameter["example"],
                Texts = [(ParameterRule.Place(id, currentParameter), currentParameter["description"])],
            });
        }

        var removed = currentParameters.Except(pairs.Select(pair => pair.Current)).ToList();
        var added = publishedParameters.Except(pairs.Select(pair => pair.Published)).Where(publishedParameter => !deviations.Covers(ParameterRule.Place(id, publishedParameter), PublishedText(publishedParameter), Deviations.Absent)).ToList();
        var candidates = added.Concat(pairs.Where(pair => pair.Current["description"].Text()?.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal) == true).Select(pair => pair.Published));
        var renames = RenameDetector.Find(
            removed.Select(currentParameter => (ParameterRule.WireName(currentParameter), _projectFacts.Describe(Schema(currentParameter)))),
            candidates.Select(publishedParameter => (ParameterRule.WireName(publishedParameter), _publishedFacts.Describe(Schema(publishedParameter)))));
        foreach (var currentParameter in removed)
        {
            removals.Add(ParameterRule.Place(id, currentParameter), "parameter", _projectFacts.Describe(Schema(currentParameter), currentParameter["required"].IsTrue()), () => RemoveParameter(current.Value, currentParameter), renames.GetValueOrDefault(ParameterRule.WireName(currentParameter)));
        }

        foreach (var publishedParameter in added)
        {
            var old = removed.Find(old => renames.GetValueOrDefault(ParameterRule.WireName(old)) == ParameterRule.WireName(publishedParameter));
            additions.Enqueue(() => Add(id, current.Value, publishedParameter, old));
        }
    }

    private void Add(string id, JObject current, JObject publishedParameter, JObject? old)
    {
        if (current["parameters"] is not JArray list)
        {
            current["parameters"] = list = [];
        }

        var made = parameterFactory.Create(publishedParameter, id, old);
        list.Insert(ParameterRule.IsInPath(publishedParameter) ? list.Objects().Count(ParameterRule.IsInPath) : list.Count, made);
        report.AddChange(ParameterRule.Place(id, made), $"parameter added: {_projectFacts.Describe(Schema(made), made["required"].IsTrue())}");
    }

    private static void RemoveParameter(JObject current, JObject parameter)
    {
        parameter.Remove();
        if (current["parameters"] is JArray { Count: 0 })
        {
            current.Remove("parameters");
        }
    }

    private string PublishedText(JObject parameter) => _publishedFacts.Describe(Schema(parameter), parameter["required"].IsTrue());

    private static (JObject Current, JObject Published) Pair(JObject current, JObject published) => (current, published);

    private static JObject Schema(JObject parameter) => parameter["schema"] as JObject ?? [];
}
