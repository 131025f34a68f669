namespace GenAuth.Drift;

/// <summary>How one answer differs from the document: each difference once, and no value.</summary>
/// <param name="operation">The operation as it is reported.</param>
internal sealed class DriftNotes(string operation)
{
    /// <summary>More names than a type gets from one version of the service to the next: they are keys, and keys are data.</summary>
    private const int MostUnknownMembers = 10;

    private readonly HashSet<SchemaDrift> _drifts = [];
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SchemaDrift> All => _drifts;

    /// <summary>What was read was not what it seemed.</summary>
    public void Clear()
    {
        _drifts.Clear();
        _tables.Clear();
    }

    public void Add(SchemaDriftKind kind, string? type, string? member) => _drifts.Add(new(kind, operation) { Type = type, Member = member });

    public void AddHttpStatus(System.Net.HttpStatusCode status) =>
        _drifts.Add(new(SchemaDriftKind.UndocumentedStatus, operation) { HttpStatusCode = status });

    /// <param name="type">The type that does not declare the member.</param>
    /// <param name="name">The name as it was received.</param>
    public void AddUnknownMember(string? type, string name)
    {
        Add(SchemaDriftKind.UnknownMember, type, MemberName.IsLikely(name) && !_tables.Contains(type ?? string.Empty) ? name : SchemaDrift.HiddenMember);
        if (_drifts.Count(IsNamed) > MostUnknownMembers)
        {
            _drifts.RemoveWhere(IsNamed);
            _tables.Add(type ?? string.Empty);
            Add(SchemaDriftKind.UnknownMember, type, SchemaDrift.HiddenMember);
        }

        bool IsNamed(SchemaDrift drift) => drift.Kind == SchemaDriftKind.UnknownMember && drift.Type == type && drift.Member != SchemaDrift.HiddenMember;
    }
}
