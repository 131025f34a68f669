using GenAuth.Build.Api;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.Maintain.Diff.Comparison;

/// <summary>Compares the parameters of a method and the members of its options. requestOptions and cancellationToken always follow.</summary>
internal sealed class ParameterComparison
{
    private readonly OperationSurface _old;
    private readonly OperationSurface _current;
    private readonly ChangeCollector _changes;
    private readonly MatchedPairs<ParameterSurface> _pairs;
    private readonly Impact _reordering;

    public ParameterComparison(OperationSurface old, OperationSurface current, ChangeCollector changes)
    {
        (_old, _current, _changes) = (old, current, changes);
        _pairs = new MatchedPairs<ParameterSurface>(old.Parameters, current.Parameters, parameter => parameter.Wire, parameter => $"{parameter.Name}: {parameter.Type.Binary}");
        _reordering = CompareOrder();
    }

    public void Compare()
    {
        foreach (var removed in _pairs.Removed)
        {
            _changes.Removed("parameter-removed", Wire(removed), Name(removed), "was removed", Public(Impact.Breaking));
        }

        foreach (var added in _pairs.Added)
        {
            _changes.Added(added.IsRequired ? "required-parameter-added" : "optional-parameter-added", Wire(added), Name(added),
                added.IsRequired ? "is new and required" : "is new and optional",
                Public(ImpactOfAddition(added)) + (added.IsRequired ? Impact.Behavioural : Impact.None));
        }

        foreach (var (before, after) in _pairs.Matched)
        {
            Compare(before, after);
        }

        if (_reordering != Impact.None)
        {
            _changes.Changed("parameters-reordered", _current.Wire, _current.Signature,
                $"has its parameters in a different order: {string.Join(", ", _current.Parameters.Select(parameter => parameter.Name))}", Public(_reordering));
        }
    }

    private void Compare(ParameterSurface before, ParameterSurface after)
    {
        if (before.Wire != after.Wire)
        {
            _changes.Changed("parameter-wire-name-changed", Wire(after), Name(after), $"is sent as {after.Wire} instead of {before.Wire}", Impact.Behavioural);
        }

        if (before.IsOption == after.IsOption && before.Name != after.Name)
        {
            _changes.Changed("parameter-renamed", Wire(after), Name(before), $"was renamed to {after.Name}", Public(after.IsOption ? Impact.Breaking : new Impact(SourceImpact.Named)));
        }

        if (before.IsRequired != after.IsRequired)
        {
            _changes.Changed(after.IsRequired ? "parameter-required" : "parameter-optional", Wire(after), Name(after),
                after.IsRequired ? "is required now" : "is optional now",
                Public(ImpactOfRequirement(before, after)) + (after.IsRequired ? Impact.Behavioural : Impact.None));
        }
        else if (before.IsOption != after.IsOption)
        {
            _changes.Changed("parameter-moved", Wire(after), Name(after), after.IsOption ? $"is a member of {_current.Options} now" : "is a parameter of the method now", Public(Impact.Breaking));
        }

        if (!IsSame(before, after))
        {
            _changes.Changed("parameter-type-changed", Wire(after), Name(after), $"is {after.Type} instead of {before.Type}",
                Public(new Impact(Conversions.AcceptsArguments(before.Type, after.Type) ? SourceImpact.None : SourceImpact.Break, Binary: true)));
        }

        new NodeComparison("parameter", Wire(after), Name(after), _changes).CompareTyped(before.Source, after.Source, IsSame(before, after), isSent: true);
    }

    /// <summary>An option is a new member of the options class. The first one adds a method too, beside the method without options.</summary>
    private Impact ImpactOfAddition(ParameterSurface added) =>
        added.IsOption ? new Impact(Implementers: _old.Options is null && !_current.IsWrapped)
        : new Impact(added.IsRequired ? SourceImpact.Break : SourceImpact.Positional, Binary: true);

    /// <summary>A parameter that moves between the method and its options breaks callers.</summary>
    private static Impact ImpactOfRequirement(ParameterSurface before, ParameterSurface after) =>
        before.IsOption && after.IsOption ? Impact.None
        : before.IsOption || after.IsOption ? Impact.Breaking
        : new Impact(after.IsRequired ? SourceImpact.Break : SourceImpact.None, Binary: before.Type.Binary != after.Type.Binary);

    /// <summary>Whether both have the same type. The interfaces of lists differ between arguments and options.</summary>
    private static bool IsSame(ParameterSurface before, ParameterSurface after) =>
        before.Type.Text == after.Type.Text || (before.IsOption != after.IsOption && Values(before.Type) == Values(after.Type));

    private static string Values(CSharpType type) => type.Text.Replace("IReadOnlyList<", "IEnumerable<", StringComparison.Ordinal);

    /// <summary>The impact on positional arguments when the order of the remaining parameters has changed.</summary>
    private Impact CompareOrder()
    {
        var arguments = _pairs.Matched.Where(pair => !pair.Old.IsOption && !pair.New.IsOption).ToList();
        var before = arguments.OrderBy(pair => Index(_old, pair.Old)).ToList();
        var after = arguments.OrderBy(pair => Index(_current, pair.New)).ToList();
        if (before.SequenceEqual(after))
        {
            return Impact.None;
        }

        // Calls that still bind pass their values to other parameters.
        var binds = before.Select(pair => pair.New.Type.Binary).SequenceEqual(after.Select(pair => pair.New.Type.Binary));
        return new Impact(SourceImpact.Positional, Binary: !binds, Behaviour: binds);
    }

    private static int Index(OperationSurface operation, ParameterSurface parameter) => operation.Parameters.ToList().IndexOf(parameter);

    private string Wire(ParameterSurface parameter) => $"{_current.Wire} {parameter.Wire}";

    private string Name(ParameterSurface parameter) => $"{_current.Signature}: {parameter.Name}";

    /// <summary>A hand-written public method does not change with the document.</summary>
    private Impact Public(Impact impact) => _current.IsWrapped ? Impact.None : impact;
}

/// <summary>Implicit conversions of arguments between C# types.</summary>
internal static class Conversions
{
    private static readonly HashSet<(string From, string To)> Implicit =
    [
        ("int", "long"), ("int", "float"), ("int", "double"), ("int", "decimal"), ("long", "float"), ("long", "double"), ("long", "decimal"), ("float", "double"),
        ("string", "JToken"), ("int", "JToken"), ("long", "JToken"), ("double", "JToken"), ("bool", "JToken"),
    ];

    public static bool AcceptsArguments(CSharpType old, CSharpType current) =>
        (Implicit.Contains((old.Text, current.Text)) || current.SetOf == old.Text || (old.SetOf == "int" && current.Text == "int"))
        && !(old.IsValue && old.IsNullable && !(current.IsValue && current.IsNullable));
}
