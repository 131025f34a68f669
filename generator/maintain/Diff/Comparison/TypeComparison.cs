using GenAuth.Build.Api;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares the named schemas.</summary>
internal sealed class TypeComparison(ApiSurface old, ApiSurface current, ChangeCollector changes)
{
    private static readonly HashSet<string> ComparedSeparately =
        ["properties", "required", "enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies", "allOf", "items"];

    public void Compare()
    {
        foreach (var removed in old.Types.Values.Where(type => !current.Types.ContainsKey(type.Name)))
        {
            changes.Removed("type-removed", removed.Name, removed.Name, "was removed", removed.Kind == TypeKind.Alias ? Impact.None : Impact.Breaking);
        }

        foreach (var type in current.Types.Values)
        {
            if (old.Types.TryGetValue(type.Name, out var before))
            {
                Compare(before, type);
            }
            else
            {
                changes.Added("type-added", type.Name, type.Name, "is new", Impact.None);
            }
        }
    }

    private void Compare(TypeSurface before, TypeSurface after)
    {
        if (before.Kind != after.Kind)
        {
            changes.Changed("type-kind-changed", after.Name, after.Name, $"is {Describe(after)} instead of {Describe(before)}", Impact.Breaking);
            return;
        }

        if (before.Base != after.Base)
        {
            changes.Changed("type-base-changed", after.Name, after.Name, $"is {Describe(after)} instead of {Describe(before)}",
                before.Base is null ? Impact.None : Impact.Breaking);
        }

        new NodeComparison("type", after.Name, after.Name, changes).Compare(before.Source, after.Source, ComparedSeparately, after.IsSent);
        new MemberComparison(before, after, IsInherited, changes).Compare();
        new ValueComparison(before, after, changes).Compare();
    }

    /// <summary>Whether a base type declares a member that the type no longer has.</summary>
    private bool IsInherited(TypeSurface type, MemberSurface member) =>
        type.Kind == TypeKind.Object && type.Base is { } name && current.Types.TryGetValue(name, out var parent)
        && ((parent.Members.TryGetValue(member.Wire, out var inherited) && inherited.Name == member.Name && inherited.Type.Binary == member.Type.Binary)
            || IsInherited(parent, member));

    private static string Describe(TypeSurface type) => type.Kind switch
    {
        TypeKind.TextSet => "a string enum",
        TypeKind.NumberSet => "an integer enum",
        TypeKind.List => $"a list of {type.Base}",
        TypeKind.Map => $"a map of {type.Base}",
        TypeKind.Alias => "an alias",
        _ => type.Base is null ? "a class" : $"a class that extends {type.Base}",
    };
}
