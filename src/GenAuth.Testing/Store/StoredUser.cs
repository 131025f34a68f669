using GenAuth.Models;

namespace GenAuth.Testing.Store;

/// <summary>A user of the pool.</summary>
/// <param name="Profile">What the API returns of the user.</param>
/// <param name="Password">The password, or <see langword="null"/> for a user who cannot sign in with one.</param>
/// <param name="Roles">The codes of the user's roles.</param>
internal sealed record StoredUser(UserDto Profile, string? Password, IReadOnlyList<string> Roles)
{
    public string Id => Profile.UserId;

    /// <summary>False for a suspended, deactivated, resigned or archived user, who cannot sign in. A user without a status can.</summary>
    public bool IsActive => Profile.Status.Value is null or "" or "Activated";

    /// <summary>True if this is what the user types into the sign-in form: user name, e-mail address or phone number.</summary>
    public bool HasAccount(string account) => account.Length > 0
        && (Profile.Username == account || Profile.Phone == account || string.Equals(Profile.Email, account, StringComparison.OrdinalIgnoreCase));
}
