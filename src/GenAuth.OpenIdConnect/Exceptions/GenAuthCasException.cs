using GenAuth.Text;

namespace GenAuth.OpenIdConnect;

/// <summary>The service refuses a CAS ticket.</summary>
public sealed class GenAuthCasException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that validated the ticket.</param>
    /// <param name="code">The code of the error.</param>
    /// <param name="description">The service's description.</param>
    public GenAuthCasException(string operation, string code, string? description)
        : base($"{operation} was refused: {TextSanitizer.ToSingleLine(code)}. The ticket was used before, has expired, or was issued for another service address. Start a new sign-in.", operation) =>
        (Code, Description) = (code, description);

    /// <summary>The code, for example <c>INVALID_TICKET</c>.</summary>
    public string Code { get; }

    /// <summary>The service's description, or <see langword="null"/>. It may quote the ticket: do not log it.</summary>
    public string? Description { get; }
}
