namespace GenAuth.Maintain.Import.Output;

/// <summary>The kinds of questions that the import leaves to a maintainer. Reports spell them in lower case.</summary>
internal enum QuestionKind
{
    /// <summary>The service no longer has something.</summary>
    Removed,

    /// <summary>The service no longer has something, and has something else of the same type under a similar name.</summary>
    Rename,

    /// <summary>The service describes less than the document, or something that the document cannot express.</summary>
    Differs,

    /// <summary>A text is a draft, or must be checked after a change of its type.</summary>
    Text,

    /// <summary>The retry safety of a new operation.</summary>
    Retry,

    /// <summary>Whether a new value may be logged.</summary>
    Sensitive,

    /// <summary>How the pages of a new list are requested.</summary>
    Paging,

    /// <summary>The name of an operation, a type or an enum value.</summary>
    Name,

    /// <summary>The tag of new operations.</summary>
    Tag,

    /// <summary>How an operation is authorized, if it is new or the service and the document differ.</summary>
    Security,

    /// <summary>The size of a number.</summary>
    Integer,

    /// <summary>A value without a known type.</summary>
    Untyped,

    /// <summary>A sample that is not valid for its type.</summary>
    Example,
}
