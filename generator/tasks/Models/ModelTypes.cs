namespace GenAuth.Build;

/// <summary>A member of a type as the templates have declared it.</summary>
internal sealed class ModelMember(string property, string type, string wire)
{
    public string Property => property;

    public string Type => type;

    public string Wire => wire;
}

/// <summary>A type and its members, in the order of the document.</summary>
internal sealed class ModelType(string name, IReadOnlyList<ModelMember> members)
{
    public string Name => name;

    public IReadOnlyList<ModelMember> Members => members;

    /// <summary>The same rule as in Class.Inheritance.liquid.</summary>
    public bool IsEnvelope => Members.Any(member => member.Wire == "statusCode") && Members.Any(member => member.Wire == "message");
}

/// <summary>What the tool's file of types declares, as the templates' marks tell it.</summary>
internal sealed class ModelTypes
{
    private readonly HashSet<string> _names;
    private readonly Dictionary<string, string> _sets;

    private ModelTypes(IReadOnlyList<ModelType> all, Dictionary<string, string> sets)
    {
        All = all;
        _names = [.. all.Select(type => type.Name)];
        _sets = sets;
    }

    /// <summary>The types with members.</summary>
    public IReadOnlyList<ModelType> All { get; }

    public bool IsModel(string type) => _names.Contains(type);

    /// <summary>Whether it is a set of values that are texts on the wire.</summary>
    public bool IsTextSet(string type) => _sets.TryGetValue(type, out var value) && value == "string";

    /// <summary>Whether it is a set of values that are numbers on the wire.</summary>
    public bool IsNumberSet(string type) => _sets.TryGetValue(type, out var value) && value == "int";

    public static ModelTypes Read(IEnumerable<string> lines)
    {
        var members = new Dictionary<string, List<ModelMember>>();
        var sets = new Dictionary<string, string>();
        var type = string.Empty;
        foreach (var line in lines)
        {
            if (Marks.Is(line, Marks.Type))
            {
                type = Marks.Argument(line, Marks.Type);
                members.Add(type, []);
            }
            else if (Marks.Is(line, Marks.Set))
            {
                var parts = Marks.Argument(line, Marks.Set).Split('|');
                members.Remove(parts[0]);
                sets.Add(parts[0], parts[1]);
            }
            else if (Marks.Is(line, Marks.Member))
            {
                var parts = Marks.Argument(line, Marks.Member).Split(['|'], 3);
                members[type].Add(new ModelMember(parts[0].Trim(), parts[1], parts[2]));
            }
        }

        return new ModelTypes([.. members.Select(member => new ModelType(member.Key, member.Value))], sets);
    }
}
