using GenAuth.Build.Api;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Runs the checks without which nothing, or wrong code, would be generated.</summary>
internal static class DocumentCheck
{
    /// <summary>Checks any JSON.</summary>
    public static void Run(JToken token, DocumentErrors errors)
    {
        // NSwag reads other versions too, but ignores what 3.0 does not have.
        if (token is not JObject root || root.Text("openapi")?.StartsWith("3.0.", StringComparison.Ordinal) != true)
        {
            errors.Add("GENAUTH002", (token as JObject)?.Property("openapi") ?? token, "The document is not of OpenAPI 3.0. Replace or convert it.");
            return;
        }

        var document = new ApiDocument(root);
        if (!new TextCheck(document, errors).Run())
        {
            // The other checks would report the same texts again.
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
