using GenAuth.Build;

namespace GenAuth.Maintain.Diff;

/// <summary>The C# names of a document: those that were written down, and for the rest those that the build step gives.</summary>
/// <param name="locked">The names that were written down.</param>
/// <param name="earlier">What types were called when the names were written down, if otherwise.</param>
internal sealed class ApiNames(LockedNames? locked, IReadOnlyDictionary<string, string>? earlier = null)
{
    /// <summary>Client and method.</summary>
    public string Of(ApiOperation operation) => locked?[operation.Source.Route] ?? operation.Name;

    /// <summary>The interface that has the method.</summary>
    public string AreaOf(ApiOperation operation) => locked?[$"{operation.Source.Route} area"] ?? operation.Area.Interface;

    /// <summary>The class of its options.</summary>
    public string OptionsOf(ApiOperation operation) => locked?[$"{operation.Source.Route} options"] ?? operation.Options!.Name.Text;

    public string Of(ApiOperation operation, ApiParameter parameter) => locked?[$"{operation.Source.Route} {parameter.Identity}"] ?? parameter.Name.Text;

    public string Of(ApiType type, ApiMember member) => locked?[$"{Earlier(type)}.{member.Wire}"] ?? member.Name.Text;

    public string Of(ApiType type, ApiValue value) => locked?[$"{Earlier(type)}.{value.Wire}"] ?? value.Name.Text;

    private string Earlier(ApiType type) => earlier?.GetValueOrDefault(type.SchemaName) ?? type.SchemaName;
}
