using GenAuth.Build.Api;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares the values of an enum. Enums are extensible: programs could read a new value before.</summary>
internal sealed class ValueComparison(TypeSurface old, TypeSurface current, ChangeCollector changes)
{
    public void Compare()
    {
        var pairs = new MatchedPairs<ValueSurface>(old.Values.Values, current.Values.Values, value => value.Wire, value => value.Name);
        foreach (var removed in pairs.Removed)
        {
            changes.Removed("value-removed", Wire(removed), Name(removed), "was removed", Impact.Breaking + (current.IsSent ? Impact.Behavioural : Impact.None));
        }

        foreach (var added in pairs.Added)
        {
            changes.Added("value-added", Wire(added), Name(added), "is new", Impact.None);
        }

        foreach (var (before, after) in pairs.Matched)
        {
            Compare(before, after);
        }

        var hadRemedies = old.Values.Values.Any(value => value.Remedy is not null);
        if (current.Kind == TypeKind.NumberSet && hadRemedies != current.Values.Values.Any(value => value.Remedy is not null))
        {
            changes.Changed("remedies-changed", current.Name, $"{current.Name}.Remedy", hadRemedies ? "was removed" : "is new", hadRemedies ? Impact.Breaking : Impact.None);
        }
    }

    private void Compare(ValueSurface before, ValueSurface after)
    {
        if (before.Wire != after.Wire)
        {
            changes.Changed("value-wire-spelling-changed", Wire(after), Name(after), $"is {after.Wire} on the wire instead of {before.Wire}", Impact.Behavioural);
        }

        if (before.Name != after.Name)
        {
            changes.Changed("value-renamed", Wire(after), Name(before), $"was renamed to {after.Name}", Impact.Breaking);
        }

        if (before.Description != after.Description || before.Remedy != after.Remedy)
        {
            changes.Changed("value-documentation-changed", Wire(after), Name(after), "has a different description or remedy", Impact.Documentation);
        }
    }

    private string Wire(ValueSurface value) => $"{current.Name}.{value.Wire}";

    private string Name(ValueSurface value) => $"{current.Name}.{value.Name}";
}
