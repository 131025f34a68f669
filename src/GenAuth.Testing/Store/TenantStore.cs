namespace GenAuth.Testing.Store;

/// <summary>The state of a tenant. Safe for use by several threads.</summary>
internal sealed class TenantStore
{
    public UserStore Users { get; } = new();

    public SessionStore Sessions { get; } = new();

    public GrantStore Grants { get; } = new();

    public PermissionStore Permissions { get; } = new();

    public void Clear()
    {
        Permissions.Clear();
        Users.Clear();
        Sessions.Clear();
        Grants.Clear();
    }
}
