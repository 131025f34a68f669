namespace GenAuth.Build.Api;

/// <summary>The kind of C# type that a named schema becomes.</summary>
internal enum TypeKind
{
    Object,
    TextSet,
    NumberSet,
    List,
    Map,

    /// <summary>Not a C# type: its target is used instead.</summary>
    Alias,
}
