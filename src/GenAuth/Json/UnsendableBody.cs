namespace GenAuth.Json;

/// <summary>The exception for a body that holds something which cannot be sent as JSON.</summary>
internal static class UnsendableBody
{
    /// <param name="path">Where in the body the writer stood.</param>
    /// <param name="cause">What it could not write; the message of a foreign exception may hold a value, so it is kept inside.</param>
    /// <param name="parameterName">What the operations call the body.</param>
    public static ArgumentException At(string path, Exception cause, string parameterName = "body")
    {
        var reason = cause is Newtonsoft.Json.JsonException
            ? MessageText.SingleLine(cause.Message)
            : $"{cause.GetType().Name} was thrown while it was read. Check the object, or pass a JObject.";
        var place = path.Length == 0 ? "body" : path[0] == '[' ? "body" + path : "body." + path;
        return new ArgumentException($"{MessageText.SingleLine(place)} cannot be sent as JSON: {reason}", parameterName, cause);
    }
}
