using GenAuth.Build;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Lint;

/// <summary>Reads a document and its exceptions, and asks the rules.</summary>
internal static class LintRun
{
    public static IReadOnlyList<LintLine> Check(string file, string exceptionsFile)
    {
        var document = Read(file);
        var exceptions = LintExceptions.Read(exceptionsFile);
        var findings = Linter.Check(document, exceptions);
        return
        [
            .. findings.Select(found => (found.Rule, found.Finding, At: (IJsonLineInfo)found.Finding.Token))
                .Select(found => new LintLine(found.Rule.Code, file, found.At.LineNumber, found.At.LinePosition, found.Finding.Place, found.Finding.Message)),
            .. exceptions.Faults.Select(fault => new LintLine(Rules.ExceptionsCode, exceptionsFile, fault.Line, 1, Place: null, fault.Message)),
        ];
    }

    private static ApiDocument Read(string file)
    {
        try
        {
            return ApiDocument.Parse(file) is JObject root ? new ApiDocument(root) : throw new UsageException($"{file} is no JSON object. Name an OpenAPI document.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {exception.Message} Name an OpenAPI document.");
        }
        catch (JsonReaderException exception)
        {
            throw new UsageException($"{file} is not valid JSON: {exception.Message} Correct it there.");
        }
    }
}
