namespace GenAuth;

/// <summary>How an answer may differ from the API document without failing the call.</summary>
public enum SchemaDriftKind
{
    /// <summary>A value that its set does not have, or an <c>apiCode</c> that <see cref="Models.ApiCode"/> does not name.</summary>
    UnknownEnumValue,

    /// <summary>A member that its type does not declare. It is kept in <see cref="ExtensibleObject.AdditionalProperties"/>.</summary>
    UnknownMember,

    /// <summary>A member that the document promises is not there. One that is there and null is present.</summary>
    MissingRequiredMember,

    /// <summary>A success under another HTTP status than 200, or a <c>statusCode</c> that <see cref="Models.StatusCode"/> does not name.</summary>
    UndocumentedStatus,

    /// <summary>
    /// A member, or an element of the member's list, whose JSON cannot be read as the documented type. See
    /// <see cref="ResponseValidation.Lenient"/>.
    /// </summary>
    WrongType,
}
