using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Finds what makes a document unusable: nothing could be generated from it, or something else than it says.</summary>
internal static class DocumentCheck
{
    /// <summary>Checks any JSON.</summary>
    public static void Run(JToken token, DocumentErrors errors)
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
}
