using GenAuth.Text;

namespace GenAuth.Serialization;

/// <summary>The exception for a body that holds something which cannot be sent as JSON.</summary>
internal static class UnsendableBody
{
    /// <param name="path">The path of the value in the body.</param>
    /// <param name="cause">Why it could not be written; the message of a foreign exception may hold a value, so only the inner exception has it.</param>
    /// <param name="parameterName">What the operations call the body.</param>
    public static ArgumentException At(string path, Exception cause, string parameterName = "body")
    {
        var reason = cause is Newtonsoft.Json.JsonException
            ? TextSanitizer.ToSingleLine(cause.Message)
            : $"{cause.GetType().Name} was thrown while it was read. Check the object, or pass a JObject.";
        var place = path.Length == 0 ? "body" : path[0] == '[' ? "body" + path : "body." + path;
        return new ArgumentException($"{TextSanitizer.ToSingleLine(place)} cannot be sent as JSON: {reason}", parameterName, cause);
    }
}
