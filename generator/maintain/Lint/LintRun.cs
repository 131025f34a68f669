using GenAuth.Build;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Lint;

/// <summary>Checks a document against all rules, with its exceptions.</summary>
internal static class LintRun
{
    public static IReadOnlyList<LintLine> Check(string file, string exceptionsFile)
    {
        var document = OpenApiReader.ReadFileOfAnyShape(file);
        var exceptions = LintExceptions.Read(exceptionsFile);
        var findings = Linter.Check(document, exceptions);
        return
        [
            .. findings.Select(found => (found.Rule, found.Finding, At: (IJsonLineInfo)found.Finding.Token))
                .Select(found => new LintLine(found.Rule.Code, file, found.At.LineNumber, found.At.LinePosition, found.Finding.Place, found.Finding.Message)),
            .. exceptions.Faults.Select(fault => new LintLine(Rules.ExceptionsCode, exceptionsFile, fault.Line, 1, Place: null, fault.Message)),
        ];
    }
}
