using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using GenAuth.Build.Lint.Rules;
using GenAuth.Tests.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Reference;

public sealed class SampleResultTests
{
    [Fact]
    public void Every_sample_result_conforms_to_its_type()
    {
        var check = new SampleCheck(new LintModel(new ApiDocument(TheDocument.Root)).Resolve);
        var typed = TheDocument.Operations.Where(operation => TheDocument.NameIn(operation.Response) is not null).ToList();

        Assert.NotEmpty(typed);
        Report.None(
            typed.SelectMany(operation => check.Problems(
                operation.Response,
                Read(Assert.Single(ReferencePages.Blocks(ReferencePages.GetEndpoint(operation.Verb, operation.Path), "Response", "json"))),
                operation.Id)).Select(problem => $"{problem.Place}: {problem.Fault}"),
            "Correct generator/maintain/Reference/Samples, or the samples of the document.");
    }

    private static JToken Read(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
