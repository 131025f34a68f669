using GenAuth.Pipeline.Content;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>The form of a request to an endpoint. It knows which values are secret, so that an error message can be cleaned of them.</summary>
internal sealed class FormFields : IRequestBody
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly List<string> _secrets = [];

    /// <summary>The secret values.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>Adds a field, unless its value is <see langword="null"/>.</summary>
    public FormFields Add(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }

        return this;
    }

    /// <summary>Adds a field with a secret value.</summary>
    public FormFields AddSecret(string name, string value)
    {
        Hide(value);
        return Add(name, value);
    }

    /// <summary>Declares a value secret that is sent in a header.</summary>
    public void Hide(string value) => _secrets.Add(value);

    public HttpContent ToContent(bool sendOnce = false)
    {
        using var form = new FormUrlEncodedContent(_fields);

        // Completes synchronously, because the form is in memory.
        var content = new SendOnceContent(form.ReadAsByteArrayAsync().GetAwaiter().GetResult(), sendOnce);
        content.Headers.ContentType = form.Headers.ContentType;
        return content;
    }
}
