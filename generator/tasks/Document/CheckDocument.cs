using Microsoft.Build.Framework;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>
/// Refuses a document from which the tool would make nothing, or something else than it says, with the line at fault. The
/// tool itself passes over most of these in silence, and names no line for the rest.
/// </summary>
public sealed class CheckDocument : BuildTask
{
    [Required]
    public string Document { get; set; } = string.Empty;

    public override bool Execute()
    {
        var errors = new DocumentErrors(Errors, Document);
        if (!File.Exists(Document))
        {
            errors.Add("GENAUTH001", "The API document does not exist. Restore openapi/genauth-v3.json, or correct the property GenAuthOpenApi.");
        }
        else if (Read(errors) is { } document)
        {
            new KeywordCheck(document, errors).Run();
            new OperationCheck(document, errors).Run();
        }

        return Errors.IsEmpty;
    }

    private ApiDocument? Read(DocumentErrors errors)
    {
        try
        {
            var token = ApiDocument.Parse(Document);
            if (token is JObject root && ((string?)(root["openapi"] as JValue) ?? string.Empty).StartsWith("3.0.", StringComparison.Ordinal))
            {
                return new ApiDocument(root);
            }

            // The tool reads other versions too, and passes over what they have that 3.0 has not.
            errors.Add("GENAUTH002", (token as JObject)?.Property("openapi") ?? token, "The document is not of OpenAPI 3.0. Replace or convert it.");
        }
        catch (JsonReaderException exception)
        {
            errors.Add("GENAUTH002", exception, $"The document is not valid JSON: {exception.Message} Correct it there, or take the file from version control again.");
        }

        return null;
    }
}
