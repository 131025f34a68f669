using GenAuth.GeneratorTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Document;

/// <summary>The code of documents that violate the conventions but pass the check.</summary>
public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("requestId", "\"requestId\": { \"type\": \"string\", \"description\": \"Number to ask the operator about.\" }", "string? IApiResponse.RequestId => null;")]
    [InlineData("apiCode", "\"apiCode\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/ApiCode\" } ], \"description\": \"Cause of an error.\" },", "ApiCode? IApiResponse.ApiCode => null;")]
    public async Task Envelope_without_a_member_implements_it_as_null(string member, string text, string expected)
    {
        var before = await ModelsAsync(SmallDocument.Text);

        var after = await ModelsAsync(SmallDocument.With(text, text.EndsWith(',') ? string.Empty : $"\"other\": {{ \"type\": \"string\", \"description\": \"Something else than {member}.\" }}"));

        Assert.DoesNotContain(expected, before, StringComparison.Ordinal);
        Assert.Equal(2, after.Split(expected).Length);
    }

    [Fact]
    public async Task Wire_name_is_printed_as_a_literal()
    {
        var code = string.Concat((await Generation.RunAsync(JObject.Parse(SmallDocument.Text))).Select(source => source.Text));

        Assert.Contains("writer.Add(\"a|b\", AOrB);", code, StringComparison.Ordinal);
        Assert.Contains("request.Query.Add(\"part_names\", options?.PartNames);", code, StringComparison.Ordinal);
        Assert.Contains("System.Net.Http.HttpMethod.Get, \"/api/v3/things/{thing_id}/parts\")", code, StringComparison.Ordinal);
        Assert.Contains("PagePosition.First(body.Options?.Pagination?.Page, \"options.pagination.page\")", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"required\": true, ", "\"type\": \"string\", \"minLength\": 1", "Throw.IfBlank(extra, \"extra\", \"Expected: The \\\"key\\\".\");")]
    [InlineData("\"required\": true, ", "\"type\": \"string\"", "Throw.IfNull(extra, \"extra\");")]
    [InlineData("", "\"type\": \"string\", \"minLength\": 1", null)]
    public async Task Required_text_with_minLength_must_not_be_blank(string required, string schema, string? check)
    {
        const string Parameters = "\"parameters\": [";
        var parameter = $$"""{ "name": "extra", "in": "query", {{required}}"description": "The \"key\".", "schema": { {{schema}} } }""";

        var code = await ModelsAsync(SmallDocument.With(Parameters, $"{Parameters} {parameter},"));

        Assert.Contains(required.Length > 0 ? "request.Query.Add(\"extra\", extra);" : "request.Query.Add(\"extra\", options?.Extra);", code, StringComparison.Ordinal);
        Assert.Equal(check is null ? [] : [check], code.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("Throw.", StringComparison.Ordinal) && line.Contains("extra", StringComparison.Ordinal)).Distinct());
    }

    private static async Task<string> ModelsAsync(string document) => string.Concat((await Generation.RunAsync(JObject.Parse(document))).Select(source => source.Text));
}
