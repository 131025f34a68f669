using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A place that breaks a rule.</summary>
/// <param name="place">What it is called where people speak of it: <c>UserDto.email</c>, <c>Management_getUser(userId)</c>.</param>
/// <param name="token">Where it stands in the file.</param>
/// <param name="message">What is wrong there, and the remedy.</param>
/// <param name="name">The name of the member alone, by which an exception can be made for all that are called so.</param>
internal sealed class Finding(string place, JToken token, string message, string? name = null)
{
    private const int QuotedLength = 80;

    public string Place => place;

    public string? Name => name;

    public JToken Token => token;

    /// <summary>One line, whatever the document holds at the place.</summary>
    public string Message => OneLine($"{place}: {message}");

    /// <summary>The beginning of a text of the document.</summary>
    public static string Quote(string text) => text.Length <= QuotedLength ? text : text.Remove(QuotedLength) + "...";

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
