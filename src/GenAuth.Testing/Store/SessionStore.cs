using System.Collections.Concurrent;

namespace GenAuth.Testing.Store;

/// <summary>A browser in which a user is signed in.</summary>
/// <param name="Id">The value of the browser's cookie.</param>
/// <param name="UserId">The user.</param>
/// <param name="AuthenticatedAt">When the user gave the password.</param>
internal sealed record Session(string Id, string UserId, DateTimeOffset AuthenticatedAt);

/// <summary>The sessions, and what users have consented to.</summary>
internal sealed class SessionStore
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string UserId, string Scope), bool> _consents = new();

    public void Add(Session session) => _sessions[session.Id] = session;

    public Session? Find(string id) => _sessions.GetValueOrDefault(id);

    public void Remove(string id) => _sessions.TryRemove(id, out _);

    public void Consent(string userId, IEnumerable<string> scopes)
    {
        foreach (var scope in scopes)
        {
            _consents[(userId, scope)] = true;
        }
    }

    public bool HasConsented(string userId, IEnumerable<string> scopes) => scopes.All(scope => _consents.ContainsKey((userId, scope)));

    public void Clear()
    {
        _sessions.Clear();
        _consents.Clear();
    }
}
