using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Support;

/// <summary>An error that the check of a document reports.</summary>
internal sealed record DocumentError(string Code, string Message, int Line, int Column)
{
    public override string ToString() => $"{Code} line {Line}: {Message}";
}

/// <summary>Runs the build step's check of a document in the test process.</summary>
internal static class DocumentChecks
{
    public static IReadOnlyList<DocumentError> Run(string json)
    {
        using var reader = new StringReader(json);
        return Run(ApiDocument.Parse(reader));
    }

    public static IReadOnlyList<DocumentError> Run(JToken root)
    {
        var found = new List<DocumentError>();
        DocumentCheck.Run(root, new DocumentErrors((code, message, line, column) => found.Add(new(code, message, line, column))));
        return found;
    }
}
