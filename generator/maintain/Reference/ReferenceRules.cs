using GenAuth.Build;

namespace GenAuth.Maintain.Reference;

/// <summary>The conventions without which an operation or a type has no page: the pages read the document by them.</summary>
internal static class ReferenceRules
{
    private static readonly HashSet<string> Needed =
    [
        "GENAUTH110", "GENAUTH114", "GENAUTH115", "GENAUTH116", "GENAUTH117", "GENAUTH118", "GENAUTH120", "GENAUTH121", "GENAUTH122", "GENAUTH124",
        "GENAUTH140", "GENAUTH143", "GENAUTH172", "GENAUTH174", "GENAUTH175",
    ];

    /// <summary>Refuses a document that breaks one of them, with the first place.</summary>
    public static void Check(string name, ApiDocument document)
    {
        var model = new LintModel(document);
        foreach (var rule in Rules.All.Where(rule => Needed.Contains(rule.Code)))
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
