using System.Collections.Concurrent;

namespace GenAuth.Testing.Store;

/// <summary>An action that a user may perform on a data resource.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Space">The code of the permission space.</param>
/// <param name="Resource">The code of the resource, or code and path of a node.</param>
/// <param name="Action">The action.</param>
internal sealed record Permission(string UserId, string Space, string Resource, string Action);

/// <summary>The permissions of the users.</summary>
internal sealed class PermissionStore
{
    private readonly ConcurrentDictionary<Permission, bool> _permissions = new();

    public void Add(Permission permission) => _permissions[permission] = true;

    public bool Contains(Permission permission) => _permissions.ContainsKey(permission);

    public void Remove(Permission permission) => _permissions.TryRemove(permission, out _);

    public void Clear() => _permissions.Clear();
}
