using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>Where a reader asks for the text of a name that it has read: told which type is read, it finds the member instead.</summary>
internal class MemberNameTable : JsonNameTable
{
    private ModelMembers? _members;

    /// <summary>The member of the name that was asked for last, or <see cref="ModelMembers.Unknown"/>.</summary>
    public int Member { get; private set; }

    /// <summary>Whether that name was written as the document writes it.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Goes on with a type's names after one of its members; without a type all names are unknown.</summary>
    public void Expect(ModelMembers? members, int previous = ModelMembers.Unknown)
    {
        _members = members;
        Member = previous;
    }

    public override string? Get(char[] key, int start, int length)
    {
        var name = key.AsSpan(start, length);
        if (_members is not null)
        {
            Member = _members.Find(name, Member, out var isExact);
            IsExact = isExact;
            if (Member != ModelMembers.Unknown)
            {
                return _members[Member];
            }
        }

        return CommonNames.Get(name);
    }
}
