using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

public sealed class SampleTests
{
    private const string Remedy = "Correct the sample in openapi/genauth-v3.json, or the schema if the sample is right.";

    [Fact]
    public void The_samples_of_properties_are_of_their_type() => Check(Samples(TheDocument.Places, "example"));

    [Fact]
    public void Defaults_are_of_their_type() => Check(Samples(TheDocument.Places, "default"));

    [Fact]
    public void The_samples_of_parameters_are_of_their_type() => Check(TheDocument.Operations
        .SelectMany(operation => operation.Parameters, (operation, parameter) => (Place: $"{operation.Id}({(string?)parameter["name"]})", Parameter: parameter))
        .Where(found => found.Parameter["example"] is not null)
        .Select(found => (found.Place, (JObject)found.Parameter["schema"]!, found.Parameter["example"]!)));

    [Fact]
    public void The_samples_of_answers_are_of_their_type() => Check(TheDocument.Operations
        .Select(operation => (operation.Id, operation.Answer, Sample: operation.Node["responses"]!["200"]!["content"]!["application/json"]!["example"]!))
        .Where(found => found.Sample is not null));

    [Fact]
    public void A_sample_that_does_not_fit_is_found()
    {
        var schema = (JObject)TheDocument.Schemas["LoginTokenRespDto"]!;
        var sample = JObject.Parse("""{ "statusCode": "200", "message": 1, "apiCode": 123456789, "data": { "access_token": true }, "other": 1 }""");

        Assert.Equal(
            ["x.statusCode is no integer", "x.message is no string", "x.apiCode is none of the values: 123456789", "x.data.access_token is no string", "x.data.token_type is missing", "x.data.expire_in is missing", "x.other is unknown"],
            SampleCheck.Problems(schema, sample, "x"));
    }

    private static IEnumerable<(string Place, JObject Schema, JToken Sample)> Samples(IEnumerable<Place> places, string key) =>
        places.Where(place => place.Schema[key] is not null).Select(place => (place.Name, place.Schema, place.Schema[key]!));

    private static void Check(IEnumerable<(string Place, JObject Schema, JToken Sample)> samples)
    {
        var all = samples.ToList();

        Assert.NotEmpty(all);
        Report.None(all.SelectMany(sample => SampleCheck.Problems(sample.Schema, sample.Sample, sample.Place)), Remedy);
    }
}
