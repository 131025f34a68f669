namespace GenAuth;

/// <summary>What happens when a member of a response has another JSON type than the API document says.</summary>
/// <remarks>
/// Conversions that lose nothing are made in both modes: numbers as text, truth values as 1, 0, "true", "enabled" and the like,
/// whole numbers with a fraction of 0 or an exponent, other scalars where text is documented.
/// </remarks>
public enum ResponseValidation
{
    /// <summary>
    /// The member stays unset. Its JSON is kept in <see cref="ExtensibleObject.AdditionalProperties"/> under its wire name and
    /// written back. An element of a list is left out of the list. Both are reported as <see cref="SchemaDriftKind.WrongType"/>.
    /// </summary>
    Lenient,

    /// <summary>The call fails with a <see cref="GenAuthInvalidResponseException"/> whose problem is <see cref="GenAuthResponseProblem.WrongType"/>.</summary>
    Strict,
}
