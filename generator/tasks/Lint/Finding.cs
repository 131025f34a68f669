using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A place that breaks a rule.</summary>
/// <param name="place">What it is called where people speak of it: <c>UserDto.email</c>, <c>Management_getUser(userId)</c>.</param>
/// <param name="token">Where it stands in the file.</param>
/// <param name="message">What is wrong there, and the remedy.</param>
/// <param name="name">The name of the member alone, by which an exception can be made for all that are called so.</param>
internal sealed class Finding(string place, JToken token, string message, string? name = null)
{
    public string Place => place;

    public string? Name => name;

    public JToken Token => token;

    public string Message => $"{place}: {message}";
}
