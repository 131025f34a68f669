using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A member of a type as the templates have declared it.</summary>
internal sealed class ModelMember(string property, string type, bool isSensitive, bool isRequired, string wire)
{
    public string Property => property;

    public string Type => type;

    /// <summary>Whether the value must not be logged.</summary>
    public bool IsSensitive => isSensitive;

    /// <summary>Whether the document promises that it is there.</summary>
    public bool IsRequired => isRequired;

    public string Wire => wire;

    /// <summary>Whether it belongs to what surrounds an answer's data.</summary>
    public bool IsOfEnvelope { get; set; }
}

/// <summary>A type and its own members, in the order of the document.</summary>
internal sealed class ModelType(string name)
{
    public string Name => name;

    /// <summary>What it extends, if that is not what all types extend.</summary>
    public string? Base { get; set; }

    public List<ModelMember> Members { get; } = [];
}

/// <summary>What the tool's file of types declares, as the templates' marks tell it.</summary>
internal sealed class ModelTypes
{
    private readonly Dictionary<string, ModelType> _types = [];
    private readonly Dictionary<string, string> _sets = [];

    /// <summary>The types that have members of their own.</summary>
    public IEnumerable<ModelType> WithMembers => _types.Values.Where(type => type.Members.Count > 0 && IsModel(type.Name));

    /// <summary>Whether it is a type of the document with named members. One that is a list or a map as a whole is none.</summary>
    public bool IsModel(string type) => _types.TryGetValue(type, out var model) && (model.Base is null || IsModel(model.Base));

    /// <summary>Whether it is a set of values that are texts on the wire.</summary>
    public bool IsTextSet(string type) => _sets.TryGetValue(type, out var value) && value == "string";

    /// <summary>Whether it is a set of values that are numbers on the wire.</summary>
    public bool IsNumberSet(string type) => _sets.TryGetValue(type, out var value) && value == "int";

    /// <summary>The members that an object of the type has: those of what it extends, and its own.</summary>
    public IEnumerable<ModelMember> MembersOf(ModelType type) => type.Base is null ? type.Members : MembersOf(_types[type.Base]).Concat(type.Members);

    public static ModelTypes Read(IEnumerable<string> lines)
    {
        var types = new ModelTypes();
        var type = new ModelType(string.Empty);
        foreach (var line in lines)
        {
            if (Marks.Is(line, Marks.Type))
            {
                type = new ModelType(Marks.Argument(line, Marks.Type));
                types._types.Add(type.Name, type);
            }
            else if (Marks.Is(line, Marks.Base))
            {
                type.Base = Marks.Argument(line, Marks.Base);
            }
            else if (Marks.Is(line, Marks.Set))
            {
                var parts = Marks.Argument(line, Marks.Set).Split('|');
                types._types.Remove(parts[0]);
                types._sets.Add(parts[0], parts[1]);
            }
            else if (Marks.Is(line, Marks.Member))
            {
                var parts = Marks.Argument(line, Marks.Member).Split(['|'], 5);
                type.Members.Add(new ModelMember(parts[0].Trim(), parts[1], parts[2].Length > 0, parts[3].Length > 0, (string)JToken.Parse(parts[4])!));
            }
        }

        foreach (var envelope in types._types.Values.Where(IsEnvelope))
        {
            envelope.Members.ForEach(member => member.IsOfEnvelope = true);
        }

        return types;
    }

    /// <summary>The same rule as in Class.Inheritance.liquid.</summary>
    private static bool IsEnvelope(ModelType type) => type.Members.Exists(member => member.Wire == "statusCode") && type.Members.Exists(member => member.Wire == "message");
}
