using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Testing.Service;

/// <summary>The codes that Alipay would have given to the app. Each works once.</summary>
internal sealed class AlipayCodes
{
    private readonly ConcurrentDictionary<string, string> _users = new(StringComparer.Ordinal);

    public string Issue(string userId)
    {
        var code = RandomText.Hex(32);
        _users[code] = userId;
        return code;
    }

    /// <summary>Uses a code up and tells whose it was.</summary>
    public bool TryRedeem(string code, [NotNullWhen(true)] out string? userId) => _users.TryRemove(code, out userId);

    public void Clear() => _users.Clear();
}
