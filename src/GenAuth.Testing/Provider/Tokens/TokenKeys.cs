using System.Collections.Immutable;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Tokens;

/// <summary>The keys for tokens: the newest signs, and all of them are published.</summary>
internal sealed class TokenKeys : IDisposable
{
    private ImmutableList<SigningKey> _published = [new()];

    // A request may still use a key that is no longer published.
    private ImmutableList<SigningKey> _withdrawn = [];

    public SigningKey Current => _published[0];

    /// <param name="keepOldKeys">True to publish the old keys still.</param>
    public void Rotate(bool keepOldKeys)
    {
        var key = new SigningKey();
        ImmutableInterlocked.Update(ref _published, published =>
        {
            if (!keepOldKeys)
            {
                ImmutableInterlocked.Update(ref _withdrawn, withdrawn => withdrawn.AddRange(published.Except(withdrawn)));
            }

            return keepOldKeys ? published.Insert(0, key) : [key];
        });
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
