using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Tokens;

/// <summary>The keys for tokens: the newest signs, and all of them are published.</summary>
internal sealed class TokenKeys : IDisposable
{
    private readonly object _lock = new();

    // A request may still use a key that is no longer published, so all are disposed at the end.
    private readonly List<SigningKey> _withdrawn = [];
    private ImmutableList<SigningKey> _published = [new()];

    public SigningKey Current => _published[0];

    /// <param name="keepOldKeys">True to publish the old keys still.</param>
    public void Rotate(bool keepOldKeys)
    {
        lock (_lock)
        {
            if (!keepOldKeys)
            {
                _withdrawn.AddRange(_published);
            }

            _published = keepOldKeys ? _published.Insert(0, new()) : [new()];
        }
    }

    /// <summary>The JSON Web Key Set.</summary>
    public JsonObject ToJson() => new() { ["keys"] = new JsonArray(_published.Select(key => (JsonNode)key.ToJson()).ToArray()) };

    public bool Verify(string signed, byte[] signature) => _published.Exists(key => key.Verify(signed, signature));

    public void Dispose()
    {
        _published.ForEach(key => key.Dispose());
        _withdrawn.ForEach(key => key.Dispose());
    }
}
