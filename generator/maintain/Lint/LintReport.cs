using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Maintain.Lint;

/// <summary>Writes findings for readers and editors, or for programs.</summary>
internal static class LintReport
{
    private static readonly JsonSerializerSettings Settings = new() { Formatting = Formatting.Indented, ContractResolver = new CamelCasePropertyNamesContractResolver() };

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
