using System.Net;

namespace GenAuth;

/// <summary>
/// One way in which an answer differs from the API document that this version of the SDK was made from. It says where, and
/// never which value stood there.
/// </summary>
/// <param name="Kind">What differs.</param>
/// <param name="Operation">The operation's identifier in the API document, or <c>custom</c> for a call made by <c>SendAsync</c>.</param>
public sealed record SchemaDrift(SchemaDriftKind Kind, string Operation)
{
    /// <summary>Stands for an unknown member whose name may be data, see <see cref="Member"/>.</summary>
    public const string HiddenMember = "***";

    /// <summary>The name of the SDK's type that the member belongs to; <see langword="null"/> where there is none.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The member's name on the wire; <see langword="null"/> for an HTTP status. It is <see cref="HiddenMember"/> for an unknown
    /// member whose name does not look like a member's (ASCII letters, digits and underscores, up to 64 of them and four digits,
    /// a letter or an underscore first), and for all unknown members of a type that has more than ten of them in one answer.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>The HTTP status of a success that came with an undocumented one; otherwise <see langword="null"/>.</summary>
    public HttpStatusCode? HttpStatusCode { get; init; }
}
