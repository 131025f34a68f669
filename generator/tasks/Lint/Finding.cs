using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint;

/// <summary>A violation of a rule.</summary>
/// <param name="place">The place: <c>UserDto.email</c>, <c>Management_getUser(userId)</c>.</param>
/// <param name="token">The node, for the line in the file.</param>
/// <param name="message">The problem and the remedy.</param>
/// <param name="name">The name of the member alone; an exception can name it to cover all members of that name.</param>
internal sealed class Finding(string place, JToken token, string message, string? name = null)
{
    private const int QuotedLength = 80;

    public string Place => place;

    public string? Name => name;

    public JToken Token => token;

    /// <summary>The message on one line, without control characters of the document.</summary>
    public string Message => OneLine($"{place}: {message}");

    /// <summary>Truncates a text of the document.</summary>
    public static string Quote(string text) => text.Length <= QuotedLength ? text : text.Remove(QuotedLength) + "...";

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
