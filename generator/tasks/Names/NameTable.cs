using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>The public names by what they stand for on the wire, as they are found.</summary>
internal sealed class NameTable
{
    private readonly SortedDictionary<string, PublicName> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = [];
    private readonly List<(string Identity, string Type)> _uses = [];
    private readonly List<string> _unread = [];

    /// <summary>What has a wire name but none in C#, or two.</summary>
    public IReadOnlyList<string> Unread => _unread;

    public IReadOnlyDictionary<string, PublicName> Names => _names;

    public void Add(string identity, string name, NameKind kind)
    {
        if (_names.ContainsKey(identity))
        {
            _unread.Add(identity);
        }
        else
        {
            _names.Add(identity, new PublicName(name, kind));
        }
    }

    /// <summary>Adds a member or a parameter. Its type is a name too if it is one of ours.</summary>
    public void Add(string identity, string name, string type)
    {
        Add(identity, name, NameKind.Member);
        _uses.Add((identity, type));
    }

    public void AddType(string type) => _types.Add(type);

    public void Miss(string identity) => _unread.Add(identity);

    /// <summary>Names the types of members and parameters. Only when all sources have been read are the own types known.</summary>
    public void Complete()
    {
        foreach (var (identity, type) in _uses)
        {
            var own = Regex.Split(type, @"\W+").Where(_types.Contains).ToList();
            if (own.Count != 0 && !_names.ContainsKey(identity + " type"))
            {
                Add(identity + " type", string.Join(", ", own), NameKind.Type);
            }
        }

        _uses.Clear();
    }
}
