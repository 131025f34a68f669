using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Reports errors of the document with their lines.</summary>
/// <param name="report">Receives code, message, line and column of each error; line and column are 0 if unknown.</param>
internal sealed class DocumentErrors(Action<string, string, int, int> report)
{
    public void Add(string code, string message) => Report(code, message);

    public void Add(string code, JToken place, string message) => Report(code, message, LineOf(place), ((IJsonLineInfo)place).LinePosition);

    public void Add(string code, JsonReaderException exception, string message) => Report(code, message, exception.LineNumber, exception.LinePosition);

    public static int LineOf(JToken place) => ((IJsonLineInfo)place).LineNumber;

    // Messages quote the document. Its line breaks would look like additional messages.
    private void Report(string code, string message, int line = 0, int column = 0) => report(code, PrintableText.Show(message), line, column);
}
