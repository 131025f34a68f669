namespace GenAuth;

/// <summary>The signature algorithm of an Alipay parameter string (<c>sign_type</c>).</summary>
public enum AlipaySignType
{
    /// <summary><c>RSA2</c>: RSA with SHA-256, which Alipay recommends.</summary>
    Rsa2,

    /// <summary><c>RSA</c>: RSA with SHA-1, for Alipay applications that still use it. SHA-1 is weak; prefer <see cref="Rsa2"/>.</summary>
    Rsa,
}

/// <summary>The result of <see cref="AlipayAuthInfo.VerifySignature"/>.</summary>
public sealed class AlipaySignatureVerification
{
    internal AlipaySignatureVerification(AlipaySignatureFailure? reason) => Reason = reason;

    /// <summary>
    /// <see langword="true"/> if the owner of the key signed the parsed text exactly as it is. The parsed fields are then exactly the
    /// signed ones.
    /// </summary>
    public bool IsValid => Reason is null;

    /// <summary>Why the text is not valid, or <see langword="null"/> if it is valid.</summary>
    public AlipaySignatureFailure? Reason { get; }

    /// <summary>The result and the remedy, for logs. It contains no part of the verified text.</summary>
    public string Message => Reason switch
    {
        null => "The signature is valid.",
        AlipaySignatureFailure.KeyTooSmall => "The public key is shorter than minimumKeySize. Use a longer key pair, or pass a smaller minimumKeySize if you accept the risk.",
        AlipaySignatureFailure.MalformedParameter => "A part of the text is not name=value. " + Remedy,
        AlipaySignatureFailure.InvalidName => "The name of a parameter contains a character that is not allowed, for example a blank. " + Remedy,
        AlipaySignatureFailure.DuplicateParameter => "A parameter occurs more than once. " + Remedy,
        AlipaySignatureFailure.InvalidEncoding => "A value is not percent-encoded as the service encodes it. " + Remedy,
        AlipaySignatureFailure.AmbiguousValue => "A value contains an encoded '&', so the signed text is ambiguous. " + Remedy,
        AlipaySignatureFailure.MissingSignature => "The text has no sign parameter. " + Remedy,
        AlipaySignatureFailure.MalformedSignature => "The sign parameter is not Base64 in its canonical spelling. " + Remedy,
        AlipaySignatureFailure.UnexpectedSignType => "sign_type is missing or is not the required one. Pass the sign type of the Alipay application, or correct it there.",
        _ => "The signature does not match the text and the key. Check that the key is the one uploaded to Alipay; if it is, the text was changed.",
    };

    private static string Remedy => "Pass Data.AuthInfo exactly as the service sent it; if you did, it was changed on the way.";

    /// <summary>Returns <see cref="Message"/>.</summary>
    public override string ToString() => Message;
}

/// <summary>Why <see cref="AlipayAuthInfo.VerifySignature"/> does not accept a parameter string.</summary>
public enum AlipaySignatureFailure
{
    /// <summary>The public key is shorter than the required minimum.</summary>
    KeyTooSmall,

    /// <summary>A part between two <c>&amp;</c> is empty or has no name or no <c>=</c>.</summary>
    MalformedParameter,

    /// <summary>A name contains a character other than ASCII letters, digits, <c>_</c>, <c>.</c> and <c>-</c>, for example a blank or a percent-encoded character.</summary>
    InvalidName,

    /// <summary>A name occurs more than once. Parsers disagree about which value is used.</summary>
    DuplicateParameter,

    /// <summary>
    /// A value can be read only after a repair: a <c>+</c>, a blank or a <c>=</c> that is not percent-encoded, lower-case or
    /// unnecessary percent-encoding, invalid UTF-8, or leading or trailing blanks.
    /// </summary>
    InvalidEncoding,

    /// <summary>A decoded value contains <c>&amp;</c>, so the signed text could also stand for two parameters.</summary>
    AmbiguousValue,

    /// <summary>There is no <c>sign</c> parameter.</summary>
    MissingSignature,

    /// <summary><c>sign</c> is not Base64 in its canonical spelling.</summary>
    MalformedSignature,

    /// <summary><c>sign_type</c> is missing or is not the required one.</summary>
    UnexpectedSignType,

    /// <summary>The owner of the public key did not sign these parameters: another key was used, or the text was changed.</summary>
    Mismatch,
}
