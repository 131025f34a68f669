using System.Globalization;
using System.Text.RegularExpressions;
using GenAuth.Build.Common;
using GenAuth.Build.Document;
using Microsoft.Build.Framework;
using Newtonsoft.Json;

namespace GenAuth.Build.Tool;

/// <summary>
/// Converts NSwag's output into one error with file, line and remedy. NSwag itself ends every failure with the same exit
/// code and a stack trace.
/// </summary>
public sealed class ExplainNSwag : BuildTask
{
    private static readonly Regex JsonError =
        new(@"Newtonsoft\.Json\.\w+: (?<what>[^\r\n]*?)\.?\s+(To fix this[^\r\n]*\s+)?Path '(?<path>[^\r\n]*)', line (?<line>\d+), position (?<column>\d+)");

    private static readonly Regex TemplateName = new(@"Liquid template \w+/(?<name>[\w.]+):");
    private static readonly Regex TemplateError = new(@"\A(?<what>[^\r\n]*) at \((?<line>\d+):(?<column>\d+)\)");

    [Required]
    public string ToolLog { get; set; } = string.Empty;

    [Required]
    public int ExitCode { get; set; }

    [Required]
    public string Configuration { get; set; } = string.Empty;

    [Required]
    public string TemplatesDirectory { get; set; } = string.Empty;

    [Required]
    public string Document { get; set; } = string.Empty;

    public override bool Execute()
    {
        if (ExitCode == 0)
        {
            return Errors.Add("GENAUTH013", Configuration, "The generator ran but did not write both files from the templates. Check output, contractsOutputFilePath and templateDirectory (a misspelt key is ignored silently), and that no template, nor a line '// {{ Name }}' in one, is missing.");
        }

        // The templates from the outermost to the innermost. The innermost existing one has the error.
        var output = File.ReadAllText(ToolLog);
        var templates = TemplateName.Matches(output).Cast<Match>().Reverse().ToList();
        return templates.Count == 0 ? ExplainInput(output) : ExplainTemplate(output, templates);
    }

    private bool ExplainInput(string output)
    {
        // The stack trace shows which input NSwag was reading. The lines of the resolved document differ from those of the edited one.
        var json = JsonError.Match(output);
        var what = json.Success ? json.Groups["what"].Value : FirstError(output);
        return output switch
        {
            _ when output.Contains("NSwagDocumentBase.LoadAsync") => Errors.Add("GENAUTH013", Configuration,
                $"The generator's configuration is wrong: {what}. Correct the value, or take the file from version control again.",
                Number(json, "line"), Number(json, "column")),
            _ when output.Contains("NSwag.OpenApiDocument.From") => RefuseDocument(what, json),
            _ => Errors.Add("GENAUTH015", Document,
                $"The code generator failed (exit code {ExitCode}): {FirstError(output)}. The whole output is in {ToolLog}. If that does not help, restore the inputs one by one from version control."),
        };
    }

    private bool RefuseDocument(string what, Match json)
    {
        IJsonLineInfo? place = json.Success ? ApiDocument.Parse(Document).SelectToken(json.Groups["path"].Value) : null;
        return Errors.Add("GENAUTH002", Document, $"The document is not an OpenAPI document: {what}. Correct the value.", place?.LineNumber ?? 0, place?.LinePosition ?? 0);
    }

    private bool ExplainTemplate(string output, List<Match> templates)
    {
        var file = templates.Select(template => Path.Combine(TemplatesDirectory, template.Groups["name"].Value + ".liquid")).FirstOrDefault(File.Exists)
            ?? TemplatesDirectory;
        var message = output.Substring(templates[0].Index + templates[0].Length).TrimStart();
        var place = TemplateError.Match(message);
        var what = place.Success ? place.Groups["what"].Value : message.Split('\r', '\n')[0];

        // NSwag puts an empty line before the text of a template and counts it.
        var line = place.Success ? Number(place, "line") - 1 : LineOf(file, "template " + templates[0].Groups["name"].Value);
        return Errors.Add("GENAUTH014", file, $"The template is wrong: {what.TrimEnd('.')}. Correct it here, or take the file from version control again.",
            line, Number(place, "column"));
    }

    /// <summary>The number of the first line with the text, counted from 1, or 0.</summary>
    private static int LineOf(string file, string text) =>
        File.Exists(file) ? Array.FindIndex(File.ReadAllLines(file), line => line.Contains(text)) + 1 : 0;

    private static int Number(Match match, string group) => match.Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The first line with an error, without the exception type and the final period.</summary>
    private static string FirstError(string output)
    {
        var line = output.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => Regex.IsMatch(text, "(Exception|error|did not)"));
        return line is null ? "it gave no reason" : Regex.Replace(line, @"^[\w.]+Exception: ", string.Empty).TrimEnd('.');
    }
}
