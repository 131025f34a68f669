using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Examples and defaults are values of their schema.</summary>
internal static class SampleRules
{
    private const string Remedy = "Correct the sample, or the schema if the sample is right.";

    public static IEnumerable<Finding> Examples(DocumentModel document) => Check(document,
    [
        .. document.Places.Select(place => (place.Name, (JObject?)place.Schema, place.Schema["example"])),
        .. document.Operations.SelectMany(operation => operation.Parameters).Select(parameter => (parameter.Place, parameter.Node.Object("schema"), parameter.Node["example"])),
        .. document.Operations.SelectMany(operation => operation.Contents, (operation, content) => ($"{operation.Name} body", content.Value.Object("schema"), (content.Value as JObject)?["example"])),
        .. document.Operations.Select(operation => ($"{operation.Name} answer", operation.Answer, operation.AnswerContent?["example"])),
    ]);

    public static IEnumerable<Finding> Defaults(DocumentModel document) => Check(document, document.Places.Select(place => (place.Name, (JObject?)place.Schema, place.Schema["default"])));

    private static IEnumerable<Finding> Check(DocumentModel document, IEnumerable<(string Place, JObject? Schema, JToken? Sample)> samples) =>
        from sample in samples
        where sample.Schema is not null && sample.Sample is not null
        from problem in new SampleCheck(document).Problems(sample.Schema, sample.Sample, sample.Place)
        select new Finding(problem.Place, problem.Token, $"{problem.Fault} {Remedy}");
}
