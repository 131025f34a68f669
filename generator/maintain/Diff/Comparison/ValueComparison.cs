using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>Compares the values of a set with what they were. The sets are open: a value that is new has been readable before.</summary>
internal sealed class ValueComparison(TypeSurface old, TypeSurface current, Findings findings)
{
    public void Compare()
    {
        var pairs = new Pairs<ValueSurface>(old.Values.Values, current.Values.Values, value => value.Wire, value => value.Name);
        foreach (var gone in pairs.Old)
        {
            findings.Removed("value-removed", Wire(gone), Name(gone), "is gone", Impact.Breaking + (current.IsSent ? Impact.Behavioural : Impact.None));
        }

        foreach (var added in pairs.New)
        {
            findings.Added("value-added", Wire(added), Name(added), "is new", Impact.None);
        }

        foreach (var (before, after) in pairs.Both)
        {
            Compare(before, after);
        }

        var hadRemedies = old.Values.Values.Any(value => value.Remedy is not null);
        if (current.Kind == TypeKind.NumberSet && hadRemedies != current.Values.Values.Any(value => value.Remedy is not null))
        {
            findings.Changed("remedies-changed", current.Name, $"{current.Name}.Remedy", hadRemedies ? "is gone" : "is new", hadRemedies ? Impact.Breaking : Impact.None);
        }
    }

    private void Compare(ValueSurface before, ValueSurface after)
    {
        if (before.Wire != after.Wire)
        {
            findings.Changed("value-wire-spelling-changed", Wire(after), Name(after), $"is {after.Wire} on the wire instead of {before.Wire}", Impact.Behavioural);
        }

        if (before.Name != after.Name)
        {
            findings.Changed("value-renamed", Wire(after), Name(before), $"is called {after.Name}", Impact.Breaking);
        }

        if (before.Description != after.Description || before.Remedy != after.Remedy)
        {
            findings.Changed("value-documentation-changed", Wire(after), Name(after), "has another description or remedy", Impact.Documentation);
        }
    }

    private string Wire(ValueSurface value) => $"{current.Name}.{value.Wire}";

    private string Name(ValueSurface value) => $"{current.Name}.{value.Name}";
}
