using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>The errors of the document, each at the line of what is wrong.</summary>
/// <param name="report">Gets code, message, line and column of each error. Line and column are 0 where there is none.</param>
internal sealed class DocumentErrors(Action<string, string, int, int> report)
{
    public void Add(string code, string message) => Report(code, message);

    public void Add(string code, JToken place, string message) => Report(code, message, LineOf(place), ((IJsonLineInfo)place).LinePosition);

    public void Add(string code, JsonReaderException exception, string message) => Report(code, message, exception.LineNumber, exception.LinePosition);

    public static int LineOf(JToken place) => ((IJsonLineInfo)place).LineNumber;

    // A message quotes the document, which may hold line breaks that would look like further messages.
    private void Report(string code, string message, int line = 0, int column = 0) => report(code, PrintableText.Show(message), line, column);
}
