using GenAuth.Maintain.Diff.Surface;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares the members of a type.</summary>
internal sealed class MemberComparison(TypeSurface old, TypeSurface current, Func<TypeSurface, MemberSurface, bool> isInherited, ChangeCollector changes)
{
    public void Compare()
    {
        var pairs = new MatchedPairs<MemberSurface>(old.Members.Values, current.Members.Values, member => member.Wire, member => $"{member.Name}: {member.Type.Binary}");
        foreach (var removed in pairs.Removed)
        {
            var isMoved = isInherited(current, removed);
            changes.Removed(isMoved ? "member-moved-to-base" : "member-removed", Wire(removed), Name(removed), isMoved ? $"is a member of {current.Base} now" : "was removed",
                isMoved ? Impact.None : Impact.Breaking);
        }

        foreach (var added in pairs.Added)
        {
            var isRequestRequirement = added.IsRequired && current.IsSent;
            changes.Added(isRequestRequirement ? "required-member-added" : "member-added", Wire(added), Name(added), isRequestRequirement ? "is new and required by the service" : "is new",
                isRequestRequirement ? Impact.Behavioural : Impact.None);
        }

        foreach (var (before, after) in pairs.Matched)
        {
            Compare(before, after);
        }
    }

    private void Compare(MemberSurface before, MemberSurface after)
    {
        if (before.Wire != after.Wire)
        {
            changes.Changed("member-wire-name-changed", Wire(after), Name(after), $"is \"{after.Wire}\" on the wire instead of \"{before.Wire}\"", Impact.Behavioural);
        }

        if (before.Name != after.Name)
        {
            changes.Changed("member-renamed", Wire(after), Name(before), $"was renamed to {after.Name}", Impact.Breaking);
        }

        if (before.Type.Text != after.Type.Text)
        {
            changes.Changed("member-type-changed", Wire(after), Name(after), $"is {after.Type} instead of {before.Type}", Impact.Breaking);
        }

        CompareNullability(before, after);
        new NodeComparison("member", Wire(after), Name(after), changes).CompareTyped(before.Source, after.Source, before.Type.Text == after.Type.Text, current.IsSent);
    }

    private void CompareNullability(MemberSurface before, MemberSurface after)
    {
        var compiled = before.Type.IsNullable == after.Type.IsNullable ? Impact.None : before.Type.IsValue || after.Type.IsValue ? Impact.Breaking : Impact.Warns;
        var type = compiled == Impact.None ? string.Empty : $": {after.Type} instead of {before.Type}";
        if (before.IsRequired != after.IsRequired)
        {
            var behaves = after.IsRequired ? current.IsSent : current.IsReceived;
            changes.Changed(after.IsRequired ? "member-required" : "member-optional", Wire(after), Name(after),
                (after.IsRequired ? "is required now" : "is optional now") + type, compiled + (behaves ? Impact.Behavioural : Impact.None));
        }
        else if (before.IsNullable != after.IsNullable)
        {
            var behaves = after.IsNullable ? current.IsReceived : current.IsSent;
            changes.Changed(after.IsNullable ? "member-nullable" : "member-not-nullable", Wire(after), Name(after),
                (after.IsNullable ? "is nullable now" : "is no longer nullable") + type, compiled + (behaves ? Impact.Behavioural : Impact.None));
        }
        else if (before.Source["nullable"]?.Value<bool>() != after.Source["nullable"]?.Value<bool>())
        {
            changes.Changed("member-form-changed", Wire(after), Name(after), "has a different nullable, which has no effect on an optional member", Impact.None);
        }
    }

    private string Wire(MemberSurface member) => $"{current.Name}.{member.Wire}";

    private string Name(MemberSurface member) => $"{current.Name}.{member.Name}";
}
