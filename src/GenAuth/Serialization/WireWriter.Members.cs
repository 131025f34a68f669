using System.Globalization;
using System.Text;

namespace GenAuth.Serialization;

/// <summary>
/// The members of a body that is signed. They are slices of the bytes that are sent, unless something is written in another way
/// than <c>JSON.stringify</c> writes it: then <see cref="CanonicalJson"/> rewrites the body for the signature.
/// </summary>
internal sealed partial class WireWriter
{
    private List<JsonMemberOffsets>? _members;
    private bool _isCanonical = true;

    /// <summary>Whether the offsets of the outermost object's members are recorded.</summary>
    public bool NotesMembers { get; init; }

    /// <summary>Whether numbers are written as JavaScript writes them instead of with all their digits.</summary>
    public bool IsCanonical { get; init; }

    public Utf8Json ToUtf8()
    {
        var bytes = _json.ToArray();
        if (!NotesMembers || !(_isCanonical || IsCanonical) || bytes.Length == 0 || bytes[0] != '{')
        {
            return new Utf8Json(bytes);
        }

        EndMember(bytes.Length - 1);
        return new Utf8Json(bytes, [.. _members ?? []]);
    }

    /// <param name="name">The name that was written.</param>
    /// <param name="end">The end of the value before it.</param>
    private void Note(string name, int end)
    {
        if (Top == 1)
        {
            EndMember(end);
            (_members ??= new(8)).Add(new(AsRead(name), _json.Length, 0));
        }
        else if (CanonicalJson.IsIndex(name))
        {
            _isCanonical = false;
        }
    }

    private string Note(string number, double value)
    {
        // JavaScript has infinity where JSON has a number beyond a double, and writes null for it within an object or list.
        var text = !double.IsNaN(value) && !double.IsInfinity(value) ? JavaScriptNumber.Text(value)
            : Top == 1 ? value.ToString(CultureInfo.InvariantCulture) : "null";
        _isCanonical &= text == number;
        return IsCanonical ? text : number;
    }

    /// <summary>The name as the service reads it, which sorts otherwise when half of a surrogate pair was replaced.</summary>
    private static string AsRead(string name)
    {
        foreach (var character in name)
        {
            if (char.IsSurrogate(character))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name));
            }
        }

        return name;
    }

    private void EndMember(int end)
    {
        if (_members is { } members)
        {
            members[members.Count - 1] = members[members.Count - 1] with { End = end };
        }
    }
}

/// <summary>A member of a type as its generated code gives it to a writer.</summary>
/// <param name="Index">Its position, counted from 0.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether the document promises that it is there.</param>
/// <param name="IsNullable">Whether the document allows null, or that it is missing.</param>
/// <param name="IsSet">Whether the object has a value. A member that cannot be null always has one.</param>
internal sealed record DeclaredMember(int Index, string Name, bool IsRequired, bool IsNullable, bool IsSet);
