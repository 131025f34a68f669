using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for examples and defaults, which must be valid for their schema.</summary>
internal static class SampleRules
{
    private const string Remedy = "Correct the sample, or the schema if the sample is correct.";

    public static IEnumerable<Finding> Examples(LintModel document) => Check(document,
    [
        .. document.SchemaNodes.Select(place => (place.Name, (JObject?)place.Schema, place.Schema["example"])),
        .. document.Operations.SelectMany(operation => operation.Parameters).Select(parameter => (parameter.Place, parameter.Node.Object("schema"), parameter.Node["example"])),
        .. document.Operations.SelectMany(operation => operation.Contents, (operation, content) => ($"{operation.Name} body", content.Value.Object("schema"), (content.Value as JObject)?["example"])),
        .. document.Operations.Select(operation => ($"{operation.Name} response", operation.ResponseSchema, operation.ResponseContent?["example"])),
    ]);

    public static IEnumerable<Finding> Defaults(LintModel document) => Check(document, document.SchemaNodes.Select(place => (place.Name, (JObject?)place.Schema, place.Schema["default"])));

    /// <summary>Whether the values are points in time at all shows in a sample: some services call other texts, and numbers, so too.</summary>
    public static IEnumerable<Finding> Instants(LintModel document) =>
        from member in document.Members
        where member.Value.Text("format") == "date-time" && !member.Node.Has("example") && !member.Value.Has("example")
        select member.Finding("The format date-time becomes a DateTimeOffset, and nothing shows that the values are points in time. Add a sample in UTC such as 2022-07-03T02:20:30.000Z, or delete the format.");

    private static IEnumerable<Finding> Check(LintModel document, IEnumerable<(string Place, JObject? Schema, JToken? Sample)> samples) =>
        from sample in samples
        where sample.Schema is not null && sample.Sample is not null
        from problem in new SampleCheck(document.Resolve).Problems(sample.Schema, sample.Sample, sample.Place)
        select new Finding(problem.Place, problem.Token, $"{problem.Fault} {Remedy}");
}
