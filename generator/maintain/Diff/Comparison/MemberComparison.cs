using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>Compares the members of a type with what they were.</summary>
internal sealed class MemberComparison(TypeSurface old, TypeSurface current, Func<TypeSurface, MemberSurface, bool> isInherited, Findings findings)
{
    public void Compare()
    {
        var pairs = new Pairs<MemberSurface>(old.Members.Values, current.Members.Values, member => member.Wire, member => $"{member.Name}: {member.Type.Binary}");
        foreach (var gone in pairs.Old)
        {
            var stays = isInherited(current, gone);
            findings.Removed(stays ? "member-moved-to-base" : "member-removed", Wire(gone), Name(gone), stays ? $"is a member of {current.Base} now" : "is gone",
                stays ? Impact.None : Impact.Breaking);
        }

        foreach (var added in pairs.New)
        {
            var isDemanded = added.IsRequired && current.IsSent;
            findings.Added(isDemanded ? "required-member-added" : "member-added", Wire(added), Name(added), isDemanded ? "is new, and the service insists on it" : "is new",
                isDemanded ? Impact.Behavioural : Impact.None);
        }

        foreach (var (before, after) in pairs.Both)
        {
            Compare(before, after);
        }
    }

    private void Compare(MemberSurface before, MemberSurface after)
    {
        if (before.Wire != after.Wire)
        {
            findings.Changed("member-wire-name-changed", Wire(after), Name(after), $"is \"{after.Wire}\" on the wire instead of \"{before.Wire}\"", Impact.Behavioural);
        }

        if (before.Name != after.Name)
        {
            findings.Changed("member-renamed", Wire(after), Name(before), $"is called {after.Name}", Impact.Breaking);
        }

        if (before.Type.Text != after.Type.Text)
        {
            findings.Changed("member-type-changed", Wire(after), Name(after), $"is {after.Type} instead of {before.Type}", Impact.Breaking);
        }

        CompareObligation(before, after);
        new NodeComparison("member", Wire(after), Name(after), findings).CompareTyped(before.Source, after.Source, before.Type.Text == after.Type.Text, current.IsSent);
    }

    private void CompareObligation(MemberSurface before, MemberSurface after)
    {
        var compiled = before.Type.IsNullable == after.Type.IsNullable ? Impact.None : before.Type.IsValue || after.Type.IsValue ? Impact.Breaking : Impact.Warns;
        var type = compiled == Impact.None ? string.Empty : $": {after.Type} instead of {before.Type}";
        if (before.IsRequired != after.IsRequired)
        {
            var behaves = after.IsRequired ? current.IsSent : current.IsReceived;
            findings.Changed(after.IsRequired ? "member-required" : "member-optional", Wire(after), Name(after),
                (after.IsRequired ? "is required now" : "may be missing now") + type, compiled + (behaves ? Impact.Behavioural : Impact.None));
        }
        else if (before.IsNullable != after.IsNullable)
        {
            var behaves = after.IsNullable ? current.IsReceived : current.IsSent;
            findings.Changed(after.IsNullable ? "member-nullable" : "member-not-nullable", Wire(after), Name(after),
                (after.IsNullable ? "may be null now" : "may not be null any more") + type, compiled + (behaves ? Impact.Behavioural : Impact.None));
        }
        else if (before.Source["nullable"]?.Value<bool>() != after.Source["nullable"]?.Value<bool>())
        {
            findings.Changed("member-form-changed", Wire(after), Name(after), "may be null or not, which an optional member may anyway", Impact.None);
        }
    }

    private string Wire(MemberSurface member) => $"{current.Name}.{member.Wire}";

    private string Name(MemberSurface member) => $"{current.Name}.{member.Name}";
}
