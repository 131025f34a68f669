using GenAuth.Build.Api;

namespace GenAuth.Build.Models;

/// <summary>A member of a type for the code that reads and writes it.</summary>
internal sealed class ModelMember(string property, string type, bool isSensitive, bool isRequired, string wire)
{
    public string Property => property;

    public string Type => type;

    /// <summary>Whether the value must not be logged.</summary>
    public bool IsSensitive => isSensitive;

    /// <summary>Whether the document lists it as required.</summary>
    public bool IsRequired => isRequired;

    public string Wire => wire;

    /// <summary>Whether it is a member of a response envelope.</summary>
    public bool IsOfEnvelope { get; set; }
}

/// <summary>A type and the members that it declares, in the order of the document.</summary>
internal sealed class ModelType(string name)
{
    public string Name => name;

    /// <summary>Its base type, unless that is the common base type of all types.</summary>
    public string? Base { get; set; }

    public List<ModelMember> Members { get; } = [];
}

/// <summary>The types whose members are read and written by generated code.</summary>
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

    /// <summary>The types that declare members.</summary>
    public IEnumerable<ModelType> WithMembers => _types.Values.Where(type => type.Members.Count > 0 && IsModel(type.Name));

    /// <summary>Whether it is a type of the document with named members. Lists and maps are not.</summary>
    public bool IsModel(string type) => _types.TryGetValue(type, out var model) && (model.Base is null || IsModel(model.Base));

    /// <summary>Whether it is an enum with string values.</summary>
    public bool IsTextSet(string type) => _model.Find(type)?.Kind == TypeKind.TextSet;

    /// <summary>Whether it is an enum with integer values.</summary>
    public bool IsNumberSet(string type) => _model.Find(type)?.Kind == TypeKind.NumberSet;

    /// <summary>All members of the type: those of its base types, and those that it declares.</summary>
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
