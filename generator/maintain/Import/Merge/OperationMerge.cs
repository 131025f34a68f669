using GenAuth.Build;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Brings an operation that both have up to what the service says.</summary>
internal sealed class OperationMerge(Project project, TypeMerge types, ParameterMerge parameters, BodyMerge bodies, ImportReport report)
{
    private const string Json = "application/json";

    public void Merge(Operation own, PublishedOperation theirs)
    {
        var id = own.Name();
        var isDeprecated = theirs.Node["deprecated"].IsTrue();
        if (own.Value["deprecated"].IsTrue() != isDeprecated)
        {
            own.Value.Put("deprecated", isDeprecated ? true : null);
            report.Changed(id, isDeprecated ? "is deprecated now" : "is no longer deprecated");
        }

        parameters.Merge(id, own, theirs);
        bodies.Merge(id, own, theirs);
        var response = project.Document.Follow(own.Value["responses"]?["200"]);
        if (response?["content"]?[Json]?["schema"] is JObject answer)
        {
            types.Merge(new(id + " answer", own.Method(), "RespDto", answer, theirs.Answer)
            {
                Texts = [(id + " answer", response["description"]), (id + " summary", own.Value["summary"]), (id + " description", own.Value["description"])],
            });
        }

        foreach (var place in theirs.LeftOut)
        {
            report.Note(id, $"{place} is left to the transport");
        }

        if (theirs.IsHidden)
        {
            report.Note(id, "is hidden by the service, and stays");
        }
    }
}
