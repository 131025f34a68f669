using System.Collections.Immutable;
using GenAuth.Models;

namespace GenAuth.Testing.Store;

/// <summary>The users of the pool, in the order in which they were added. Readers see one state, however many threads write.</summary>
internal sealed class UserStore
{
    private ImmutableList<StoredUser> _users = [];

    public IReadOnlyList<StoredUser> All => _users;

    public void Add(StoredUser user) => ImmutableInterlocked.Update(ref _users, users => users.Add(user));

    public StoredUser? Find(string userId) => _users.Find(user => user.Id == userId);

    public StoredUser? FindByAccount(string account) => _users.Find(user => user.HasAccount(account));

    /// <summary>Adds a user with this ID unless there is one, as a first sign-in with an external account does.</summary>
    public void Ensure(string userId, DateTimeOffset now) => ImmutableInterlocked.Update(
        ref _users,
        users => users.Exists(user => user.Id == userId)
            ? users
            : users.Add(new(new UserDto { UserId = userId, Status = UserStatus.Activated, CreatedAt = now, UpdatedAt = now }, null, [])));

    /// <summary>Changes the first user that matches.</summary>
    /// <returns>The user before and after the change, or <see langword="null"/> if none matches.</returns>
    public (StoredUser Before, StoredUser After)? Change(Predicate<StoredUser> match, Func<StoredUser, StoredUser> change)
    {
        (StoredUser, StoredUser)? changed = null;
        ImmutableInterlocked.Update(ref _users, users =>
        {
            if (users.Find(match) is not { } before)
            {
                changed = null;
                return users;
            }

            var after = change(before);
            changed = (before, after);
            return users.Replace(before, after);
        });
        return changed;
    }

    public void Clear() => _users = [];
}
