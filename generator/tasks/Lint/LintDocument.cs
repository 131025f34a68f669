using GenAuth.Build.Common;
using GenAuth.Build.Document;
using Microsoft.Build.Framework;
using Newtonsoft.Json;

namespace GenAuth.Build.Lint;

/// <summary>Reports violations of the conventions of openapi/README.md.</summary>
public sealed class LintDocument : ExclusiveTask
{
    /// <summary>The maximum number of messages for a rule, so that one rule does not hide the others.</summary>
    private const int MaxMessagesPerRule = 20;

    [Required]
    public string Document { get; set; } = string.Empty;

    /// <summary>The file with the exceptions; it need not exist.</summary>
    [Required]
    public string Exceptions { get; set; } = string.Empty;

    /// <summary><c>error</c> or <c>warning</c>.</summary>
    [Required]
    public string Severity { get; set; } = string.Empty;

    /// <summary>Written when there are no errors.</summary>
    [Required]
    public string Stamp { get; set; } = string.Empty;

    public override bool Execute() => RunExclusively("GENAUTH015", Lint);

    private bool Lint()
    {
        var stamp = new StampFile(Stamp);
        var exceptions = LintExceptions.Read(Exceptions);
        var findings = Linter.Check(ApiDocument.Load(Document), exceptions);
        foreach (var rule in findings.GroupBy(finding => finding.Rule.Code, finding => finding.Finding))
        {
            var all = rule.ToList();
            var rest = Math.Max(0, all.Count - MaxMessagesPerRule);
            for (var index = 0; index < all.Count - rest; index++)
            {
                var place = (IJsonLineInfo)all[index].Token;
                Report(rule.Key, Document, all[index].Message + (index == MaxMessagesPerRule - 1 ? ErrorLog.Others(rest) : string.Empty), place.LineNumber, place.LinePosition);
            }
        }

        foreach (var fault in exceptions.Faults)
        {
            Report(LintRules.ExceptionsCode, Exceptions, fault.Message, fault.Line, column: 1);
        }

        if (Errors.IsEmpty)
        {
            stamp.Write();
        }

        var count = findings.Count + exceptions.Faults.Count;
        if (Errors.IsEmpty && count != 0)
        {
            Log.LogMessage(MessageImportance.High, "Violations of the document's conventions: {0}. The build continues because GenAuthLint is '{1}'; by default it fails.", count, Severity);
        }

        return Errors.IsEmpty;
    }

    private void Report(string code, string file, string message, int line, int column)
    {
        if (Severity == "error")
        {
            Errors.Add(code, file, message, line, column);
        }
        else
        {
            Errors.Warn(code, file, message, line, column);
        }
    }
}
