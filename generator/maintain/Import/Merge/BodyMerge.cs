using GenAuth.Build;
using GenAuth.Maintain.Import.Convention;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>What an operation is sent.</summary>
internal sealed class BodyMerge(Project project, SchemaSet published, Deviations deviations, TypeMerge types, NewOperation newOperations, Removals removals, Queue<Action> later, ImportReport report)
{
    private readonly FactText _own = new(project.Schemas);
    private readonly FactText _theirs = new(published);

    public void Merge(string id, Operation own, PublishedOperation theirs)
    {
        var place = id + " body";
        var body = project.Document.Follow(own.Value["requestBody"]);
        var content = body?["content"].Members().FirstOrDefault();
        var (isRequired, theirsRequired) = (body?["required"].IsTrue() == true, theirs.IsBodyRequired);
        var (ownText, text) = (Text(_own, content, isRequired), Text(_theirs, theirs.BodyContent, theirsRequired));
        if (FactText.Same(text, ownText) || deviations.Explain(place, text, ownText))
        {
            return;
        }

        switch (content, theirs.BodyContent)
        {
            case (null, { }):
                later.Enqueue(() => Add(own, theirs, place));
                break;
            case ({ }, null):
                removals.Add(place, "body", ownText, () => own.Value.Remove("requestBody"));
                break;
            case ({ } mine, { } other):
                if (mine.Name != other.Name)
                {
                    // What is sent in another form is another body; the words about it stay.
                    mine.Replace(mine = new JProperty(other.Name, mine.Value));
                    report.Changed(place, $"is sent as {other.Name} now");
                }

                types.Merge(new(place, own.Method(), "Request", mine.Value["schema"] as JObject ?? [], other.Value["schema"] as JObject ?? [])
                {
                    OwnRequired = isRequired,
                    PublishedRequired = theirsRequired,
                    SetRequired = required => body!["required"] = required,
                    Texts = [(place, body!["description"])],
                });
                break;
        }
    }

    private void Add(Operation own, PublishedOperation theirs, string place)
    {
        own.Value.Put("requestBody", newOperations.Body(theirs, own.Name(), own.Method()));
        report.Changed(place, "body added");
    }

    private static string Text(FactText facts, JProperty? content, bool isRequired) =>
        content is null ? Deviations.Nothing : $"{content.Name} {facts.Of(content.Value["schema"] as JObject ?? [], isRequired)}";
}
