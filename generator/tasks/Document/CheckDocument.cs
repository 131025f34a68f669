using GenAuth.Build.Common;
using Microsoft.Build.Framework;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>
/// Refuses documents from which NSwag would generate nothing or wrong code, with the line. NSwag itself ignores most of these
/// errors and reports no line for the others.
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
            DocumentCheck.Run(document, errors);
        }

        return Errors.IsEmpty;
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
