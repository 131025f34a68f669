namespace GenAuth.AspNetCore;

/// <summary>Which operation of the service decides about permissions.</summary>
public enum GenAuthPermissionSource
{
    /// <summary><c>check-permission</c> with the access key of the registered <see cref="IManagementClient"/>. Needs only the user's ID.</summary>
    Management,

    /// <summary>
    /// <c>check-permission-…-resource</c> with the user's access token: that of the request (<c>AddGenAuthApi</c>) or of
    /// the session (<c>AddGenAuthWebApp</c>).
    /// </summary>
    UserToken,
}

/// <summary>The kind of a data resource, as in the console.</summary>
public enum GenAuthResourceKind
{
    /// <summary>A string resource.</summary>
    Text,

    /// <summary>An array resource.</summary>
    Array,

    /// <summary>A node of a tree resource.</summary>
    Tree,
}
