namespace GenAuth.Maintain.Import.Output;

/// <summary>The kinds of things that the import leaves to a person.</summary>
internal enum Question
{
    /// <summary>The service has it no more.</summary>
    Gone,

    /// <summary>The service says less, or something that the document cannot say.</summary>
    Differs,

    /// <summary>A text is to be written.</summary>
    Text,

    /// <summary>The class of a request that is sent again.</summary>
    Retry,

    /// <summary>Whether a value may be logged.</summary>
    Sensitive,

    /// <summary>How a list goes on.</summary>
    Paging,

    /// <summary>The name of an operation, a type or a value.</summary>
    Name,

    /// <summary>Where an operation belongs.</summary>
    Tag,

    /// <summary>How an operation is authorized.</summary>
    Security,

    /// <summary>The size of a number.</summary>
    Integer,

    /// <summary>Something whose form is unknown.</summary>
    Untyped,

    /// <summary>A sample that may not fit any more.</summary>
    Example,
}
