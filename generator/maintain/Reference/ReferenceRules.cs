using GenAuth.Build.Document;
using GenAuth.Build.Lint;
using GenAuth.Build.Lint.Model;

namespace GenAuth.Maintain.Reference;

/// <summary>The conventions that the document must follow for its pages to be written.</summary>
internal static class ReferenceRules
{
    private static readonly HashSet<string> Required =
    [
        "GENAUTH110", "GENAUTH114", "GENAUTH115", "GENAUTH116", "GENAUTH117", "GENAUTH118", "GENAUTH120", "GENAUTH121", "GENAUTH122", "GENAUTH124",
        "GENAUTH140", "GENAUTH143", "GENAUTH172", "GENAUTH174", "GENAUTH175",
    ];

    /// <summary>Rejects a document that violates one of them; the error names the first location.</summary>
    public static void Check(string name, ApiDocument document)
    {
        var model = new LintModel(document);
        foreach (var rule in LintRules.All.Where(rule => Required.Contains(rule.Code)))
        {
            if (rule.Check(model).FirstOrDefault() is { } finding)
            {
                throw new UsageException($"{OpenApiReader.Location(name, finding.Token)}: {rule.Code}: {finding.Message} The pages cannot be written without it.");
            }
        }

        foreach (var operation in model.Operations)
        {
            var untyped = operation.Parameters.Select(parameter => parameter.Node).FirstOrDefault(parameter => parameter["schema"] is null)
                ?? (operation.Body is { } body && operation.BodySchema is null ? body : null);
            if (untyped is not null)
            {
                throw new UsageException($"{OpenApiReader.Location(name, untyped)}: {operation.Name}: a parameter or the body has no schema. The pages cannot be written without it.");
            }
        }
    }
}
