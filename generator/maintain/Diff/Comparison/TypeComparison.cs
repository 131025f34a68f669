using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>Compares the named schemas with what they were.</summary>
internal sealed class TypeComparison(ApiSurface old, ApiSurface current, Findings findings)
{
    private static readonly HashSet<string> OfItsOwn =
        ["properties", "required", "enum", "x-enumNames", "x-enumDescriptions", "x-enumRemedies", "allOf", "items"];

    public void Compare()
    {
        foreach (var gone in old.Types.Values.Where(type => !current.Types.ContainsKey(type.Name)))
        {
            findings.Removed("type-removed", gone.Name, gone.Name, "is gone", gone.Kind == TypeKind.Alias ? Impact.None : Impact.Breaking);
        }

        foreach (var type in current.Types.Values)
        {
            if (old.Types.TryGetValue(type.Name, out var before))
            {
                Compare(before, type);
            }
            else
            {
                findings.Added("type-added", type.Name, type.Name, "is new", Impact.None);
            }
        }
    }

    private void Compare(TypeSurface before, TypeSurface after)
    {
        if (before.Kind != after.Kind)
        {
            findings.Changed("type-kind-changed", after.Name, after.Name, $"is {Describe(after)} instead of {Describe(before)}", Impact.Breaking);
            return;
        }

        if (before.Base != after.Base)
        {
            findings.Changed("type-base-changed", after.Name, after.Name, $"is {Describe(after)} instead of {Describe(before)}",
                before.Base is null ? Impact.None : Impact.Breaking);
        }

        new NodeComparison("type", after.Name, after.Name, findings).Compare(before.Source, after.Source, OfItsOwn, after.IsSent);
        new MemberComparison(before, after, IsInherited, findings).Compare();
        new ValueComparison(before, after, findings).Compare();
    }

    /// <summary>Whether a member that is gone is there still, because what the type extends has it.</summary>
    private bool IsInherited(TypeSurface type, MemberSurface member) =>
        type.Kind == TypeKind.Object && type.Base is { } name && current.Types.TryGetValue(name, out var parent)
        && ((parent.Members.TryGetValue(member.Wire, out var inherited) && inherited.Name == member.Name && inherited.Type.Binary == member.Type.Binary)
            || IsInherited(parent, member));

    private static string Describe(TypeSurface type) => type.Kind switch
    {
        TypeKind.TextSet => "a set of texts",
        TypeKind.NumberSet => "a set of numbers",
        TypeKind.List => $"a list of {type.Base}",
        TypeKind.Map => $"a map of {type.Base}",
        TypeKind.Alias => "no type of its own",
        _ => type.Base is null ? "a class" : $"a class that extends {type.Base}",
    };
}
