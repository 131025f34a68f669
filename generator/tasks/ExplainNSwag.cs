using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Turns what the tool said into one error with file, line and remedy: the tool itself ends every failure with the same exit
/// code and a stack trace.
/// </summary>
public sealed class ExplainNSwag : Task
{
    [Required]
    public string ToolLog { get; set; }

    [Required]
    public int ExitCode { get; set; }

    [Required]
    public string Configuration { get; set; }

    [Required]
    public string TemplatesDirectory { get; set; }

    [Required]
    public string Document { get; set; }

    public override bool Execute()
    {
        var output = File.ReadAllText(ToolLog);
        if (ExitCode == 0)
        {
            return Fail("GENAUTH013", Configuration, 0, 0, "The generator ran but did not write both files from the templates. Check output, contractsOutputFilePath and templateDirectory: a misspelt key is ignored without a word.");
        }

        if (ExplainTemplate(output))
        {
            return false;
        }

        // The trace tells what the tool was reading. A document is read from a copy with the same lines.
        var json = Regex.Match(output, @"Newtonsoft\.Json\.\w+: (?<what>[^\r\n]*?)\.?\s+(To fix this[^\r\n]*\s+)?Path '[^\r\n]*', line (?<line>\d+), position (?<column>\d+)");
        var what = json.Success ? json.Groups["what"].Value : FirstError(output);
        if (output.Contains("NSwagDocumentBase.LoadAsync"))
        {
            return Fail("GENAUTH013", Configuration, Number(json, "line"), Number(json, "column"),
                "The generator's configuration is wrong: " + what + ". Correct the value, or take the file from version control again.");
        }

        if (output.Contains("NSwag.OpenApiDocument.From"))
        {
            return Fail("GENAUTH002", Document, Number(json, "line"), Number(json, "column"),
                "The document is not an OpenAPI document: " + what + ". Correct the value.");
        }

        return Fail("GENAUTH015", Document, 0, 0, "The code generator failed (exit code " + ExitCode + "): " + FirstError(output) + ". All it said is in " + ToolLog + ". If that does not help, take the inputs one by one from version control again.");
    }

    private bool ExplainTemplate(string output)
    {
        // From the outermost template to the innermost; only the last can be wrong, unless it is not there to be called.
        var names = Regex.Matches(output, @"Liquid template \w+/(?<name>[\w.]+):").Cast<Match>().Reverse().ToList();
        if (names.Count == 0)
        {
            return false;
        }

        var file = names.Select(name => TemplateFile(name.Groups["name"].Value)).FirstOrDefault(File.Exists) ?? TemplatesDirectory;
        var words = output.Substring(names[0].Index + names[0].Length).TrimStart();
        var place = Regex.Match(words, @"\A(?<what>[^\r\n]*) at \((?<line>\d+):(?<column>\d+)\)");
        var what = place.Success ? place.Groups["what"].Value : words.Split('\r', '\n')[0];
        // The tool puts an empty line before the text of a template and counts it.
        var line = place.Success ? Number(place, "line") - 1 : LineOf(file, "template " + names[0].Groups["name"].Value);
        Fail("GENAUTH014", file, line, Number(place, "column"), "The template is wrong: " + what.TrimEnd('.') + ". Correct it here, or take the file from version control again.");
        return true;
    }

    private string TemplateFile(string name) => Path.Combine(TemplatesDirectory, name + ".liquid");

    /// <summary>The first line that holds the text, counted from one, or 0.</summary>
    private static int LineOf(string file, string text) =>
        File.Exists(file) ? Array.FindIndex(File.ReadAllLines(file), line => line.Contains(text)) + 1 : 0;

    private static int Number(Match match, string group) => match.Success ? int.Parse(match.Groups[group].Value) : 0;

    /// <summary>The first line that speaks of a failure, without the exception's type and the final stop.</summary>
    private static string FirstError(string output)
    {
        var line = output.Split('\n').Select(text => text.Trim()).FirstOrDefault(text => Regex.IsMatch(text, "(Exception|error|did not)"));
        return line == null ? "it gave no reason" : Regex.Replace(line, @"^[\w.]+Exception: ", string.Empty).TrimEnd('.');
    }

    private bool Fail(string code, string file, int line, int column, string message)
    {
        Log.LogError(null, code, null, file, line, column, 0, 0, "{0}", message);
        return false;
    }
}
