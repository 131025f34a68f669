using GenAuth.Drift;

namespace GenAuth.Serialization;

/// <summary>Follows a reader through the objects of a response, and records where they differ from the document.</summary>
internal sealed class DriftWatch(SchemaDriftRecorder notes)
{
    // One for each level, used again for the next object there.
    private readonly List<OpenObject> _levels = [];
    private int _depth;

    public SchemaDriftRecorder Notes => notes;

    private OpenObject Current => _levels[_depth - 1];

    public void Enter(ModelMembers members)
    {
        if (_depth == _levels.Count)
        {
            _levels.Add(new());
        }

        _levels[_depth++].Begin(members);
    }

    public void OnMember(int member) => Current.Take(member);

    /// <summary>What a program's derived type declares itself is no difference from the document.</summary>
    public void OnUnknownMember(string name)
    {
        if (!Current.IsDerived)
        {
            notes.AddUnknownMember(Current.Type, name);
        }
    }

    public void OnWrongType() => notes.Add(SchemaDriftKind.WrongType, Current.Type, Current.Member);

    public void OnUnknownValue() => notes.Add(SchemaDriftKind.UnknownEnumValue, Current.Type, Current.Member);

    /// <summary>All members have been read.</summary>
    public void Leave()
    {
        foreach (var member in Current.Missing)
        {
            notes.Add(SchemaDriftKind.MissingRequiredMember, Current.Type, member);
        }

        _depth--;
    }

    private sealed class OpenObject
    {
        private ModelMembers _members = null!;
        private bool[] _present = [];
        private int _member;

        public string Type => _members.Type;

        public bool IsDerived => _members.IsDerived;

        /// <summary>The member that is being read.</summary>
        public string Member => _members[_member];

        public IEnumerable<string> Missing => _members.Required.Where(member => !_present[member]).Select(member => _members[member]);

        public void Begin(ModelMembers members)
        {
            _members = members;
            if (_present.Length < members.Count)
            {
                _present = new bool[members.Count];
            }
            else
            {
                Array.Clear(_present, 0, members.Count);
            }
        }

        public void Take(int member)
        {
            _member = member;
            _present[member] = true;
        }
    }
}
