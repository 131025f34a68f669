namespace GenAuth;

/// <summary>Why <see cref="AlipayAuthInfo.VerifySignature"/> does not accept a parameter string.</summary>
public enum AlipaySignatureFailure
{
    /// <summary>The public key is shorter than the demanded minimum.</summary>
    KeyTooSmall,

    /// <summary>A part between two <c>&amp;</c> is empty or has no name or no <c>=</c>.</summary>
    MalformedParameter,

    /// <summary>A name holds something else than ASCII letters, digits, <c>_</c>, <c>.</c> and <c>-</c>: a blank, or a percent-encoded character.</summary>
    InvalidName,

    /// <summary>A name is there more than once. Readers disagree about which value counts.</summary>
    DuplicateParameter,

    /// <summary>
    /// A value is readable only after a repair: a <c>+</c>, a blank or a <c>=</c> that is not percent-encoded, lower-case or
    /// superfluous percent-encoding, damaged UTF-8, or blanks at an end.
    /// </summary>
    InvalidEncoding,

    /// <summary>A decoded value holds <c>&amp;</c>. The signed text does not tell it from two parameters.</summary>
    AmbiguousValue,

    /// <summary>There is no <c>sign</c> parameter.</summary>
    MissingSignature,

    /// <summary><c>sign</c> is not Base64 in its one canonical spelling.</summary>
    MalformedSignature,

    /// <summary><c>sign_type</c> is missing or is not the demanded one.</summary>
    UnexpectedSignType,

    /// <summary>The signature is not one of the public key's owner over these parameters: another key signed, or the text was changed.</summary>
    Mismatch,
}
