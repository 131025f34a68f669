namespace GenAuth.Drift;

/// <summary>Records how one response differs from the document. Records each difference once, and no values.</summary>
/// <param name="operation">The operation, as reports name it.</param>
internal sealed class SchemaDriftRecorder(string operation)
{
    /// <summary>More unknown names in one type are keys of a map rather than new members, and keys may be personal data.</summary>
    private const int MaxUnknownMembers = 10;

    private readonly HashSet<SchemaDrift> _drifts = [];
    private readonly HashSet<string> _mapTypes = new(StringComparer.Ordinal);

    public IReadOnlyCollection<SchemaDrift> All => _drifts;

    /// <summary>Removes everything, because the response is then read as another type.</summary>
    public void Clear()
    {
        _drifts.Clear();
        _mapTypes.Clear();
    }

    public void Add(SchemaDriftKind kind, string? type, string? member) => _drifts.Add(new(kind, operation) { Type = type, Member = member });

    public void AddHttpStatus(System.Net.HttpStatusCode status) =>
        _drifts.Add(new(SchemaDriftKind.UndocumentedStatus, operation) { HttpStatusCode = status });

    /// <param name="type">The type that does not declare the member.</param>
    /// <param name="name">The received name.</param>
    public void AddUnknownMember(string? type, string name)
    {
        Add(SchemaDriftKind.UnknownMember, type, MemberName.IsLikely(name) && !_mapTypes.Contains(type ?? string.Empty) ? name : SchemaDrift.HiddenMember);
        if (_drifts.Count(IsNamed) > MaxUnknownMembers)
        {
            _drifts.RemoveWhere(IsNamed);
            _mapTypes.Add(type ?? string.Empty);
            Add(SchemaDriftKind.UnknownMember, type, SchemaDrift.HiddenMember);
        }

        bool IsNamed(SchemaDrift drift) => drift.Kind == SchemaDriftKind.UnknownMember && drift.Type == type && drift.Member != SchemaDrift.HiddenMember;
    }
}
