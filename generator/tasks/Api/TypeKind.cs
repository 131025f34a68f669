namespace GenAuth.Build;

/// <summary>What a named schema becomes.</summary>
internal enum TypeKind
{
    Object,
    TextSet,
    NumberSet,
    List,
    Map,

    /// <summary>No type of its own: where it is used, C# has what it stands for.</summary>
    Alias,
}
