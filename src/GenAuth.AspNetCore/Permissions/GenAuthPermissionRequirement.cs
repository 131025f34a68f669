using Microsoft.AspNetCore.Authorization;

namespace GenAuth.AspNetCore;

/// <summary>Requires that the user may perform an action on a data resource, as the service decides.</summary>
public sealed class GenAuthPermissionRequirement : IAuthorizationRequirement
{
    private const int MaxResourceLength = 50;

    /// <summary>Creates the requirement.</summary>
    /// <param name="resource">The code of the resource, or the path of a node of a tree resource, for example <c>/structure/code</c>; 1 to 50 characters.</param>
    /// <param name="action">The action, as defined on the resource, for example <c>read</c>.</param>
    /// <exception cref="ArgumentException">A value is blank or too long.</exception>
    public GenAuthPermissionRequirement(string resource, string action)
    {
        Throw.IfBlank(resource, nameof(resource), "Pass the code of a data resource from the console.");
        Throw.IfBlank(action, nameof(action), "Pass an action that is defined on the data resource, for example read.");
        if (resource.Length > MaxResourceLength)
        {
            throw new ArgumentException($"resource has more than {MaxResourceLength} characters, which the service does not accept.", nameof(resource));
        }

        (Resource, Action, Resources) = (resource, action, [resource]);
    }

    /// <summary>The data resource.</summary>
    public string Resource { get; }

    /// <summary>The action.</summary>
    public string Action { get; }

    /// <summary>The data resource as a list, for a check of this requirement alone.</summary>
    internal IReadOnlyList<string> Resources { get; }

    /// <summary>The requirement for messages.</summary>
    public override string ToString() => $"{nameof(GenAuthPermissionRequirement)}: {Action} on {Resource}";
}
