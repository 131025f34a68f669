using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Output;

/// <summary>Writes files atomically, in the format of the document: two spaces of indentation, a final line break, no byte order mark.</summary>
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

    /// <summary>Writes the file, and returns whether its text changed.</summary>
    public static bool Write(string file, string text)
    {
        if (File.Exists(file) && File.ReadAllText(file) == text)
        {
            return false;
        }

        var temporary = file + ".new";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: cannot be written: {exception.Message} Nothing has been changed.");
        }
    }
}
