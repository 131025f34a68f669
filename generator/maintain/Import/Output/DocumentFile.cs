using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Output;

/// <summary>Writes a file as a whole or not at all, in the form of the document: two blanks, a line break at the end, no byte order mark.</summary>
internal static class DocumentFile
{
    public static string Text(JToken node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, Indentation = 2 };
        node.WriteTo(writer);
        writer.Flush();
        return text + "\n";
    }

    /// <summary>Whether the file has another text now.</summary>
    public static bool Write(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text)
        {
            return false;
        }

        var beside = file + ".new";
        try
        {
            File.WriteAllText(beside, text);
            File.Move(beside, file, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be written: {exception.Message} Nothing has been changed.");
        }
    }
}
