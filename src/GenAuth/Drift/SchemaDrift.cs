using System.Net;

namespace GenAuth;

/// <summary>
/// One way in which an answer differs from the API document that this version of the SDK was made from. It says where, and
/// never which value stood there. Two that say the same are equal, so they can be counted.
/// </summary>
/// <param name="kind">What differs.</param>
/// <param name="operation">The operation's identifier in the API document, or <c>custom</c> for a call made by <c>SendAsync</c>.</param>
public sealed class SchemaDrift(SchemaDriftKind kind, string operation) : IEquatable<SchemaDrift>
{
    /// <summary>Stands for an unknown member whose name may be data, see <see cref="Member"/>.</summary>
    public const string HiddenMember = "***";

    /// <summary>What differs.</summary>
    public SchemaDriftKind Kind => kind;

    /// <summary>The operation's identifier in the API document, or <c>custom</c> for a call made by <c>SendAsync</c>.</summary>
    public string Operation => operation;

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

    /// <summary>Type and member, or what there is instead.</summary>
    internal string Place => HttpStatusCode is { } status ? FormattableString.Invariant($"HTTP {(int)status}") : Type is null ? $"{Member}" : $"{Type}.{Member}";

    private (SchemaDriftKind, string, string?, string?, HttpStatusCode?) Facts => (Kind, Operation, Type, Member, HttpStatusCode);

    /// <summary>Whether the other one says the same.</summary>
    /// <param name="other">The one to compare with.</param>
    /// <returns><see langword="true"/> if all of their facts are equal.</returns>
    public bool Equals(SchemaDrift? other) => other is not null && Facts == other.Facts;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaDrift);

    /// <inheritdoc/>
    public override int GetHashCode() => Facts.GetHashCode();

    /// <summary>Operation, kind and place.</summary>
    public override string ToString() => $"{Operation}: {Kind}, {Place}";
}
