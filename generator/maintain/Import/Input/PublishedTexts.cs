using GenAuth.Build;

namespace GenAuth.Maintain.Import.Input;

/// <summary>Refuses a published document with a text that would be refused, or be dangerous, in the project's document. The rules are those of the build step.</summary>
internal static class PublishedTexts
{
    public static void Check(string name, ApiDocument document)
    {
        var errors = new DocumentErrors((code, message, line, column) =>
            throw new UsageException($"{name}({line},{column}): error {code}: {message} Correct it in a copy of the document, and import that."));
        new TextCheck(document, errors) { IsPublished = true }.Run();
    }
}
