using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>The errors of the document, each at the line of what is wrong.</summary>
internal sealed class DocumentErrors(ErrorLog errors, string file)
{
    public void Add(string code, string message) => errors.Add(code, file, message);

    public void Add(string code, JToken place, string message) => errors.Add(code, file, message, LineOf(place), ((IJsonLineInfo)place).LinePosition);

    public void Add(string code, JsonReaderException exception, string message) => errors.Add(code, file, message, exception.LineNumber, exception.LinePosition);

    public static int LineOf(JToken place) => ((IJsonLineInfo)place).LineNumber;
}
