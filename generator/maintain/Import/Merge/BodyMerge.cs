using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>Updates the request body of an operation.</summary>
internal sealed class BodyMerge(Project project, SchemaSet publishedSchemas, Deviations deviations, TypeMerge types, OperationFactory operationFactory, Removals removals, Queue<Action> additions, ImportReport report)
{
    private readonly FactText _projectFacts = new(project.Schemas);
    private readonly FactText _publishedFacts = new(publishedSchemas);

    public void Merge(string id, Operation current, PublishedOperation published)
    {
        var place = id + " body";
        var body = project.Document.Follow(current.Value["requestBody"]);
        var content = body?["content"].Members().FirstOrDefault();
        var (isRequired, publishedRequired) = (body?["required"].IsTrue() == true, published.IsBodyRequired);
        var (currentText, text) = (Text(_projectFacts, content, isRequired), Text(_publishedFacts, published.BodyContent, publishedRequired));
        if (FactText.AreEquivalent(text, currentText) || deviations.Covers(place, text, currentText))
        {
            return;
        }

        switch (content, published.BodyContent)
        {
            case (null, { }):
                additions.Enqueue(() => Add(current, published, place));
                break;
            case ({ }, null):
                removals.Add(place, "body", currentText, () => current.Value.Remove("requestBody"));
                break;
            case ({ } currentContent, { } publishedContent):
                if (currentContent.Name != publishedContent.Name)
                {
                    // The media type changes; the texts of the body are kept.
                    currentContent.Replace(currentContent = new JProperty(publishedContent.Name, currentContent.Value));
                    report.AddChange(place, $"is sent as {publishedContent.Name} now");
                }

                types.Merge(new(place, current.Method(), "Request", currentContent.Value["schema"] as JObject ?? [], publishedContent.Value["schema"] as JObject ?? [])
                {
                    CurrentRequired = isRequired,
                    PublishedRequired = publishedRequired,
                    SetRequired = required => body!["required"] = required,
                    Texts = [(place, body!["description"])],
                });
                break;
        }
    }

    private void Add(Operation current, PublishedOperation published, string place)
    {
        current.Value.Put("requestBody", operationFactory.CreateBody(published, current.Name(), current.Method()));
        report.AddChange(place, "body added");
    }

    private static string Text(FactText facts, JProperty? content, bool isRequired) =>
        content is null ? Deviations.Absent : $"{content.Name} {facts.Describe(content.Value["schema"] as JObject ?? [], isRequired)}";
}
