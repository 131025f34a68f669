using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Updates an operation that both documents have.</summary>
internal sealed class OperationMerge(Project project, Deviations deviations, TypeMerge types, ParameterMerge parameters, BodyMerge bodies, ImportReport report)
{
    private const string Json = "application/json";

    public void Merge(Operation current, PublishedOperation published)
    {
        var id = current.Name();
        var isDeprecated = published.Node["deprecated"].IsTrue();
        if (current.Value["deprecated"].IsTrue() != isDeprecated)
        {
            current.Value.Put("deprecated", isDeprecated ? true : null);
            report.AddChange(id, isDeprecated ? "is deprecated now" : "is no longer deprecated");
        }

        CompareSecurity(id, current, published);
        parameters.Merge(id, current, published);
        bodies.Merge(id, current, published);
        var response = project.Document.Follow(current.Value["responses"]?["200"]);
        if (response?["content"]?[Json]?["schema"] is JObject responseSchema)
        {
            types.Merge(new(id + " response", current.Method(), "RespDto", responseSchema, published.ResponseSchema)
            {
                Texts = [(id + " response", response["description"]), (id + " summary", current.Value["summary"]), (id + " description", current.Value["description"])],
            });
        }

        foreach (var place in published.UnsupportedParameters)
        {
            report.AddNote(id, $"{place} is not a parameter: the HTTP pipeline sets it");
        }

        if (published.IsHidden)
        {
            report.AddNote(id, "is hidden by the service and stays in the document");
        }
    }

    /// <summary>Asks about another authorization. The document keeps its own, because the published documents are known to be wrong there.</summary>
    private void CompareSecurity(string id, Operation current, PublishedOperation published)
    {
        if (current.Owner() != "Authentication" || SecurityRule.FromPublished(published) is not { } requirements || JToken.DeepEquals(requirements, current.Value["security"]))
        {
            return;
        }

        var (text, currentText) = (requirements.ToJson(), current.Value["security"].ToJson());
        if (!deviations.Covers(id + " security", text, currentText))
        {
            report.AddQuestion(QuestionKind.Security, id, $"the service says {text}, the document {currentText}; add | `{id} security` | `{text}` | `{currentText}` | to DEVIATIONS.md if it is intended", currentText);
        }
    }
}
