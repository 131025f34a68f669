namespace GenAuth.Serialization;

/// <summary>The members of a type as its code gives them to a writer.</summary>
internal sealed class MemberList
{
    /// <summary>Their names on the wire.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Which of them the document promises, counted from 0.</summary>
    public List<int> Required { get; } = [];

    public void Add(string name, bool isRequired)
    {
        if (isRequired)
        {
            Required.Add(Names.Count);
        }

        Names.Add(name);
    }
}
