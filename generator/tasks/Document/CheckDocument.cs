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
        var errors = new DocumentErrors((code, message, line, column) => Errors.Add(code, Document, message, line, column));
        if (!File.Exists(Document))
        {
            errors.Add("GENAUTH001", "The API document does not exist. Restore openapi/genauth-v3.json, or correct the property GenAuthOpenApi.");
        }
        else if (Read(errors) is { } document)
        {
            Check(document, errors);
        }

        return Errors.IsEmpty;
    }

    /// <summary>Checks any JSON.</summary>
    internal static void Check(JToken token, DocumentErrors errors)
    {
        // The tool reads other versions too, and passes over what they have that 3.0 has not.
        if (token is not JObject root || root.Text("openapi")?.StartsWith("3.0.", StringComparison.Ordinal) != true)
        {
            errors.Add("GENAUTH002", (token as JObject)?.Property("openapi") ?? token, "The document is not of OpenAPI 3.0. Replace or convert it.");
            return;
        }

        var document = new ApiDocument(root);
        if (!new TextCheck(document, errors).Run())
        {
            // The other checks would report the same texts once more.
            return;
        }

        new KeywordCheck(document, errors).Run();
        new OperationCheck(document, errors).Run();
        new EnumCheck(document, errors).Run();
        new NameCheck(ApiReader.Read(document), errors).Run();
        new ResponseCheck(document, errors).Run();
        new PagingCheck(document, errors).Run();
    }

    private JToken? Read(DocumentErrors errors)
    {
        try
        {
            return ApiDocument.Parse(Document);
        }
        catch (JsonReaderException exception)
        {
            errors.Add("GENAUTH002", exception, $"The document is not valid JSON: {exception.Message} Correct it there, or take the file from version control again.");
            return null;
        }
    }
}
