using System.Collections.Concurrent;

namespace GenAuth.Testing.Store;

/// <summary>An authorization code or a CAS ticket.</summary>
/// <param name="Value">The code.</param>
/// <param name="Grant">What it stands for.</param>
/// <param name="RedirectUri">The address that it was sent to.</param>
/// <param name="ExpiresAt">The end of its lifetime.</param>
internal sealed record AuthorizationCode(string Value, Grant Grant, string RedirectUri, DateTimeOffset ExpiresAt)
{
    public string? Nonce { get; init; }

    /// <summary>The PKCE challenge, or <see langword="null"/>.</summary>
    public string? Challenge { get; init; }

    /// <summary><c>S256</c> or <c>plain</c>.</summary>
    public string? ChallengeMethod { get; init; }
}

/// <summary>An access or refresh token.</summary>
/// <param name="Value">The token.</param>
/// <param name="Id">Its <c>jti</c>.</param>
/// <param name="Grant">What it stands for.</param>
/// <param name="Scopes">The scopes, which a refresh may have reduced.</param>
/// <param name="IssuedAt">The beginning of its lifetime.</param>
/// <param name="ExpiresAt">The end of its lifetime.</param>
internal sealed record IssuedToken(string Value, string Id, Grant Grant, IReadOnlyList<string> Scopes, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    public bool IsRefreshToken { get; init; }

    public bool IsActiveAt(DateTimeOffset now) => !Grant.IsRevoked && now < ExpiresAt;
}

/// <summary>The codes and tokens that the tenant has issued.</summary>
internal sealed class GrantStore
{
    private readonly ConcurrentDictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);

    // Used codes and replaced refresh tokens. One that is presented again was stolen, so its grant ends.
    private readonly ConcurrentDictionary<string, Grant> _used = new(StringComparer.Ordinal);

    public void Add(AuthorizationCode code) => _codes[code.Value] = code;

    public void Add(IssuedToken token) => _tokens[token.Value] = token;

    /// <summary>Finds a code without using it.</summary>
    public AuthorizationCode? FindCode(string value) => _codes.GetValueOrDefault(value);

    public IssuedToken? FindToken(string value) => _tokens.GetValueOrDefault(value);

    /// <summary>Uses a code. Of several requests with one code, one succeeds, and the others end the grant.</summary>
    public bool TryUse(AuthorizationCode code)
    {
        // Before the removal, so that a request at the same time finds the code in one of both places.
        _used[code.Value] = code.Grant;
        if (_codes.TryRemove(code.Value, out _))
        {
            return true;
        }

        RevokeIfUsed(code.Value);
        return false;
    }

    /// <summary>Replaces a refresh token. Of several requests with one token, one succeeds, and the others end the grant.</summary>
    public bool TryReplace(IssuedToken token)
    {
        _used[token.Value] = token.Grant;
        if (_tokens.TryRemove(token.Value, out _))
        {
            return true;
        }

        RevokeIfUsed(token.Value);
        return false;
    }

    /// <summary>Ends the grant of a code or a refresh token that was used before.</summary>
    public void RevokeIfUsed(string value)
    {
        if (_used.TryGetValue(value, out var grant))
        {
            grant.Revoke();
        }
    }

    public void Remove(IssuedToken token) => _tokens.TryRemove(token.Value, out _);

    public void Clear()
    {
        _codes.Clear();
        _tokens.Clear();
        _used.Clear();
    }
}
