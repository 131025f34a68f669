using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>Compares what a method and its options take with what they took. requestOptions and cancellationToken follow all of it.</summary>
internal sealed class ParameterComparison
{
    private readonly OperationSurface _old;
    private readonly OperationSurface _current;
    private readonly ChangeCollector _findings;
    private readonly MatchedPairs<ParameterSurface> _pairs;
    private readonly Impact _move;

    public ParameterComparison(OperationSurface old, OperationSurface current, ChangeCollector findings)
    {
        (_old, _current, _findings) = (old, current, findings);
        _pairs = new MatchedPairs<ParameterSurface>(old.Parameters, current.Parameters, parameter => parameter.Wire, parameter => $"{parameter.Name}: {parameter.Type.Binary}");
        _move = Move();
    }

    public void Compare()
    {
        foreach (var gone in _pairs.Removed)
        {
            _findings.Removed("parameter-removed", Wire(gone), Name(gone), "was removed", Public(Impact.Breaking));
        }

        foreach (var added in _pairs.Added)
        {
            _findings.Added(added.IsRequired ? "required-parameter-added" : "optional-parameter-added", Wire(added), Name(added),
                added.IsRequired ? "is new and required" : "is new and optional",
                Public(OfAdded(added)) + (added.IsRequired ? Impact.Behavioural : Impact.None));
        }

        foreach (var (before, after) in _pairs.Matched)
        {
            Compare(before, after);
        }

        if (_move != Impact.None)
        {
            _findings.Changed("parameters-reordered", _current.Wire, _current.Signature,
                $"takes its parameters in another order: {string.Join(", ", _current.Parameters.Select(parameter => parameter.Name))}", Public(_move));
        }
    }

    private void Compare(ParameterSurface before, ParameterSurface after)
    {
        if (before.Wire != after.Wire)
        {
            _findings.Changed("parameter-wire-name-changed", Wire(after), Name(after), $"is sent as {after.Wire} instead of {before.Wire}", Impact.Behavioural);
        }

        if (before.IsOption == after.IsOption && before.Name != after.Name)
        {
            _findings.Changed("parameter-renamed", Wire(after), Name(before), $"is called {after.Name}", Public(after.IsOption ? Impact.Breaking : new Impact(SourceImpact.Named)));
        }

        if (before.IsRequired != after.IsRequired)
        {
            _findings.Changed(after.IsRequired ? "parameter-required" : "parameter-optional", Wire(after), Name(after),
                after.IsRequired ? "is required now" : "is optional now",
                Public(OfObligation(before, after)) + (after.IsRequired ? Impact.Behavioural : Impact.None));
        }
        else if (before.IsOption != after.IsOption)
        {
            _findings.Changed("parameter-moved", Wire(after), Name(after), after.IsOption ? $"is a member of {_current.Options} now" : "is a parameter of the method now", Public(Impact.Breaking));
        }

        if (!IsSame(before, after))
        {
            _findings.Changed("parameter-type-changed", Wire(after), Name(after), $"is {after.Type} instead of {before.Type}",
                Public(new Impact(Conversions.TakesArguments(before.Type, after.Type) ? SourceImpact.None : SourceImpact.Break, Binary: true)));
        }

        new NodeComparison("parameter", Wire(after), Name(after), _findings).CompareTyped(before.Source, after.Source, IsSame(before, after), isSent: true);
    }

    /// <summary>An option is a new member of a class. The first one is a new method as well; the method without options stays.</summary>
    private Impact OfAdded(ParameterSurface added) =>
        added.IsOption ? new Impact(Implementers: _old.Options is null && !_current.IsWrapped)
        : new Impact(added.IsRequired ? SourceImpact.Break : SourceImpact.Positional, Binary: true);

    /// <summary>An argument that becomes a member of the options, or the other way round, is given in another place.</summary>
    private static Impact OfObligation(ParameterSurface before, ParameterSurface after) =>
        before.IsOption && after.IsOption ? Impact.None
        : before.IsOption || after.IsOption ? Impact.Breaking
        : new Impact(after.IsRequired ? SourceImpact.Break : SourceImpact.None, Binary: before.Type.Binary != after.Type.Binary);

    /// <summary>Whether both take values of the same type. A list is one in an argument and in an option.</summary>
    private static bool IsSame(ParameterSurface before, ParameterSurface after) =>
        before.Type.Text == after.Type.Text || (before.IsOption != after.IsOption && Values(before.Type) == Values(after.Type));

    private static string Values(CSharpType type) => type.Text.Replace("IReadOnlyList<", "IEnumerable<", StringComparison.Ordinal);

    /// <summary>What happens to arguments when the parameters that stayed come in another order.</summary>
    private Impact Move()
    {
        var arguments = _pairs.Matched.Where(pair => !pair.Old.IsOption && !pair.New.IsOption).ToList();
        var before = arguments.OrderBy(pair => Place(_old, pair.Old)).ToList();
        var after = arguments.OrderBy(pair => Place(_current, pair.New)).ToList();
        if (before.SequenceEqual(after))
        {
            return Impact.None;
        }

        // What binds all the same puts its values into the wrong places.
        var binds = before.Select(pair => pair.New.Type.Binary).SequenceEqual(after.Select(pair => pair.New.Type.Binary));
        return new Impact(SourceImpact.Positional, Binary: !binds, Behaviour: binds);
    }

    private static int Place(OperationSurface operation, ParameterSurface parameter) => operation.Parameters.ToList().IndexOf(parameter);

    private string Wire(ParameterSurface parameter) => $"{_current.Wire} {parameter.Wire}";

    private string Name(ParameterSurface parameter) => $"{_current.Signature}: {parameter.Name}";

    /// <summary>A method that is written by hand takes what it took.</summary>
    private Impact Public(Impact impact) => _current.IsWrapped ? Impact.None : impact;
}
