using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect;

/// <summary>The parameters of a callback, which come from the browser and are checked by <see cref="IOpenIdConnectClient.CompleteSignInAsync"/>.</summary>
public sealed class AuthorizationCallback
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    private AuthorizationCallback()
    {
    }

    /// <summary>The code, or <see langword="null"/>. It is secret until it has been exchanged.</summary>
    public string? Code => Find("code");

    /// <summary>The state of the sign-in that the callback claims to belong to, or <see langword="null"/>. It selects the kept <see cref="AuthorizationRequest"/>.</summary>
    public string? State => Find("state");

    /// <summary>The error code, or <see langword="null"/>.</summary>
    public string? Error => Find("error");

    /// <summary>The value of a parameter, or <see langword="null"/>.</summary>
    /// <param name="name">The name, for example <c>session_state</c>.</param>
    public string? Find(string name) => _parameters.TryGetValue(name, out var value) ? value : null;

    /// <summary>Reads an address, its query, or the body of a form.</summary>
    /// <param name="text">For example <c>https://app.example.com/callback?code=…&amp;state=…</c>, <c>?code=…</c> or <c>code=…</c>.</param>
    /// <exception cref="GenAuthCallbackException">A parameter appears twice.</exception>
    public static AuthorizationCallback Parse(string text)
    {
        Throw.IfNull(text, nameof(text));
        var query = new QueryString();
        query.AddEscaped(GetQuery(text));
        return FromParameters(query.Parameters);
    }

    /// <summary>Takes parameters that are decoded already, for example those of a web framework.</summary>
    /// <param name="parameters">Names and values. A name with several values appears several times.</param>
    /// <exception cref="GenAuthCallbackException">A parameter appears twice.</exception>
    public static AuthorizationCallback FromParameters(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        Throw.IfNull(parameters, nameof(parameters));
        var callback = new AuthorizationCallback();
        foreach (var parameter in parameters)
        {
            // RFC 6749, section 3.1. Which of two values counts would be a guess.
            if (callback._parameters.ContainsKey(parameter.Key))
            {
                throw new GenAuthCallbackException(CallbackProblem.RepeatedParameter, "a parameter appears twice. Start a new sign-in.");
            }

            callback._parameters.Add(parameter.Key, parameter.Value);
        }

        return callback;
    }

    /// <summary>The part after the first question mark of an address or a path. A form may have question marks in its values.</summary>
    private static string GetQuery(string text)
    {
        var question = text.IndexOf('?');
        var isAddress = question >= 0 && (text[0] is '?' or '/' || text.IndexOf("://", 0, question, StringComparison.Ordinal) >= 0);
        return isAddress ? text.Substring(question + 1).Split('#')[0] : text;
    }

    /// <summary>The type's name only: the code is secret.</summary>
    public override string ToString() => nameof(AuthorizationCallback);
}
