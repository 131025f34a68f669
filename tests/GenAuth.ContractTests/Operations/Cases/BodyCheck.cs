using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Checks the body of a request: valid by the document, and equal to the caller's values.</summary>
internal static class BodyCheck
{
    public static IEnumerable<string> Problems(ApiOperation operation, OperationArguments arguments, ReceivedRequest request) => operation.BodyType switch
    {
        null => request.BodyBytes.Length == 0 ? [] : [$"there is one: {request.Body}"],
        "application/json" => CheckJson(operation, arguments.Body!, request.Body),
        "application/x-www-form-urlencoded" => CheckForm((JObject)arguments.Body!, request.Body),
        "multipart/form-data" => CheckFile(request),
        var other => [$"say here how {other} is checked"],
    };

    private static IEnumerable<string> CheckJson(ApiOperation operation, JToken expected, string body)
    {
        var sent = JsonDifference.Parse(body);
        return Schemas.Problems(operation.BodySchema!, sent).Select(problem => "invalid by the document: " + problem)
            .Concat(JsonDifference.Between(expected, sent));
    }

    private static IEnumerable<string> CheckForm(JObject expected, string body) => JsonDifference.Between(
        new JObject(expected.Properties().Select(field => new JProperty(field.Name, field.Value.Type == JTokenType.String ? field.Value : field.Value.ToString(Formatting.None)))),
        new JObject(ReceivedRequest.Pairs(body).Select(field => new JProperty(field.Key, field.Value))));

    private static IEnumerable<string> CheckFile(ReceivedRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.Headers["content-type"]).Boundary).Value!;
        using var bytes = new MemoryStream(request.BodyBytes);
        var reader = new MultipartReader(boundary, bytes);
        var section = reader.ReadNextSectionAsync().GetAwaiter().GetResult();
        if (section?.AsFileSection() is not { } file)
        {
            return ["there is no file in it"];
        }

        using var content = new MemoryStream();
        file.FileStream!.CopyTo(content);
        return new[]
        {
            file.Name == "file" ? null : $"its name is {file.Name}",
            file.FileName == OperationArguments.FileName ? null : $"its file is called {file.FileName}",
            section.ContentType == OperationArguments.FileType ? null : $"its media type is {section.ContentType}",
            content.ToArray().SequenceEqual(OperationArguments.File) ? null : "its content is another",
            reader.ReadNextSectionAsync().GetAwaiter().GetResult() is null ? null : "there is more than the file",
        }.OfType<string>();
    }
}
