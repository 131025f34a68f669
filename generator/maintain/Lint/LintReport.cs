using System.Globalization;
using GenAuth.Build.Lint;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Maintain.Lint;

/// <summary>The findings of a document, with all rules and its exceptions, as text or JSON.</summary>
internal static class LintReport
{
    private static readonly JsonSerializerSettings Settings = new() { Formatting = Formatting.Indented, ContractResolver = new CamelCasePropertyNamesContractResolver() };

    public static IReadOnlyList<LintLine> Check(string file, string exceptionsFile)
    {
        var document = OpenApiReader.ReadFileOfAnyShape(file);
        var exceptions = LintExceptions.Read(exceptionsFile);
        var findings = Linter.Check(document, exceptions);
        return
        [
            .. findings.Select(found => (found.Rule, found.Finding, Location: (IJsonLineInfo)found.Finding.Token))
                .Select(found => new LintLine(found.Rule.Code, file, found.Location.LineNumber, found.Location.LinePosition, found.Finding.Place, found.Finding.Message)),
            .. exceptions.Faults.Select(fault => new LintLine(LintRules.ExceptionsCode, exceptionsFile, fault.Line, 1, Place: null, fault.Message)),
        ];
    }

    public static void WriteText(IReadOnlyList<LintLine> findings, TextWriter output)
    {
        foreach (var finding in findings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.File}({finding.Line},{finding.Column}): error {finding.Code}: {finding.Message}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings.Count} {(findings.Count == 1 ? "finding" : "findings")}."));
    }

    public static void WriteJson(IReadOnlyList<LintLine> findings, TextWriter output) => output.WriteLine(JsonConvert.SerializeObject(findings, Settings));
}

/// <summary>One finding with its location, in the members that <c>--format json</c> writes.</summary>
internal sealed record LintLine(string Code, string File, int Line, int Column, string? Place, string Message);
