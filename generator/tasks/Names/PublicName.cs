namespace GenAuth.Build.Names;

/// <summary>The kind of a named item, which determines how an old name is restored.</summary>
internal enum NameKind
{
    Member,
    Value,
    Type,
    Area,
    Parameter,
    Options,
}

/// <summary>The C# name of an item of the API.</summary>
internal sealed class PublicName(string text, NameKind kind)
{
    public string Text => text;

    public NameKind Kind => kind;

    /// <summary>The key of the document that restores an old name.</summary>
    public string Remedy => kind switch
    {
        NameKind.Type => "the schema's name in the document",
        NameKind.Parameter => "x-csharp-name in the document, or required as it was",
        NameKind.Options => "x-csharp-options in the document",
        NameKind.Area => "the operation's tag in the document, or x-csharp-name of the tag",
        NameKind.Value => "x-enumNames in the document",
        _ => "x-csharp-name in the document",
    };
}
