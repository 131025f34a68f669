namespace GenAuth.Build;

/// <summary>A member of a type as its code reads and writes it.</summary>
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

/// <summary>The types whose members are read and written by code.</summary>
internal sealed class ModelTypes
{
    private readonly Dictionary<string, ModelType> _types = [];
    private readonly ApiModel _model;

    public ModelTypes(ApiModel model)
    {
        _model = model;
        foreach (var type in model.Types.Where(type => type.Kind == TypeKind.Object))
        {
            _types.Add(type.Name, ToModel(type));
        }
    }

    /// <summary>The types that have members of their own.</summary>
    public IEnumerable<ModelType> WithMembers => _types.Values.Where(type => type.Members.Count > 0 && IsModel(type.Name));

    /// <summary>Whether it is a type of the document with named members. One that is a list or a map as a whole is none.</summary>
    public bool IsModel(string type) => _types.TryGetValue(type, out var model) && (model.Base is null || IsModel(model.Base));

    /// <summary>Whether it is a set of values that are texts on the wire.</summary>
    public bool IsTextSet(string type) => _model.Find(type)?.Kind == TypeKind.TextSet;

    /// <summary>Whether it is a set of values that are numbers on the wire.</summary>
    public bool IsNumberSet(string type) => _model.Find(type)?.Kind == TypeKind.NumberSet;

    /// <summary>The members that an object of the type has: those of what it extends, and its own.</summary>
    public IEnumerable<ModelMember> MembersOf(ModelType type) => type.Base is null ? type.Members : MembersOf(_types[type.Base]).Concat(type.Members);

    private static ModelType ToModel(ApiType type)
    {
        var model = new ModelType(type.Name) { Base = type.Base };
        model.Members.AddRange(type.Members.Select(member => new ModelMember(member.Name.Text, member.Type.Printed, member.IsSensitive, member.IsRequired, member.Wire)
        {
            IsOfEnvelope = type.IsEnvelope,
        }));
        return model;
    }
}
