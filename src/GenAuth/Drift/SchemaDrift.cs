using System.Net;

namespace GenAuth;

/// <summary>
/// One difference between a response and the API document of this version of the SDK. It contains the location of the difference,
/// but no value. Two equal differences are equal objects, so they can be counted.
/// </summary>
/// <param name="kind">The kind of difference.</param>
/// <param name="operation">The operation's identifier in the API document, or <c>custom</c> for a call made by <c>SendAsync</c>.</param>
public sealed class SchemaDrift(SchemaDriftKind kind, string operation) : IEquatable<SchemaDrift>
{
    /// <summary>Replaces the name of an unknown member that may be data, see <see cref="Member"/>.</summary>
    public const string HiddenMember = "***";

    /// <summary>The kind of difference.</summary>
    public SchemaDriftKind Kind => kind;

    /// <summary>The operation's identifier in the API document, or <c>custom</c> for a call made by <c>SendAsync</c>.</summary>
    public string Operation => operation;

    /// <summary>The name of the SDK's type that the member belongs to, or <see langword="null"/> if there is none.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// The member's name in JSON; <see langword="null"/> for an HTTP status. It is <see cref="HiddenMember"/> for an unknown member
    /// whose name may be data, and for all unknown members of a type that has more than ten of them in one response. A name is
    /// shown if it has at most 64 ASCII letters, digits and underscores, at most four digits, and does not begin with a digit.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>The undocumented HTTP status of a successful response; otherwise <see langword="null"/>.</summary>
    public HttpStatusCode? HttpStatusCode { get; init; }

    /// <summary>Type and member, or the HTTP status.</summary>
    internal string Location => HttpStatusCode is { } status ? FormattableString.Invariant($"HTTP {(int)status}") : Type is null ? $"{Member}" : $"{Type}.{Member}";

    private (SchemaDriftKind, string, string?, string?, HttpStatusCode?) Values => (Kind, Operation, Type, Member, HttpStatusCode);

    /// <summary>Compares with another difference.</summary>
    /// <param name="other">The other difference.</param>
    /// <returns><see langword="true"/> if all properties are equal.</returns>
    public bool Equals(SchemaDrift? other) => other is not null && Values == other.Values;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SchemaDrift);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.GetHashCode();

    /// <summary>Operation, kind and location.</summary>
    public override string ToString() => $"{Operation}: {Kind}, {Location}";
}

/// <summary>How a response differs from the API document without failing the call.</summary>
public enum SchemaDriftKind
{
    /// <summary>A value that the extensible enum does not name, or an <c>apiCode</c> that <see cref="Models.ApiCode"/> does not name.</summary>
    UnknownEnumValue,

    /// <summary>A member that its type does not declare. It is stored in <see cref="ExtensibleObject.AdditionalProperties"/>.</summary>
    UnknownMember,

    /// <summary>A required member is missing. A member whose value is null is not missing.</summary>
    MissingRequiredMember,

    /// <summary>A success with an HTTP status other than 200, or a <c>statusCode</c> that <see cref="Models.StatusCode"/> does not name.</summary>
    UndocumentedStatus,

    /// <summary>
    /// A member, or an element of the member's list, whose JSON cannot be read as the documented type. See
    /// <see cref="ResponseValidation.Lenient"/>.
    /// </summary>
    WrongType,
}

/// <summary>
/// Receives the differences between responses and the API document of this version of the SDK. They show that the service has
/// changed, and that an update of the SDK may be needed.
/// </summary>
public interface ISchemaDriftObserver
{
    /// <summary>
    /// Called once for each difference of a response, even if several items of a list have it, before the call returns or throws.
    /// Several threads may call it at the same time. An exception does not reach the caller: its type is logged as a warning.
    /// </summary>
    /// <param name="drift">The difference.</param>
    void OnDrift(SchemaDrift drift);
}
