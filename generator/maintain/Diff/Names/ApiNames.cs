using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Names;
using GenAuth.Maintain.Diff.Input;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Diff.Names;

/// <summary>The C# names of a document: the locked names, and the names that the build step creates for everything else.</summary>
/// <param name="locked">The locked names.</param>
/// <param name="earlier">The former names of renamed types, which the locked names use.</param>
internal sealed class ApiNames(LockedNames? locked, IReadOnlyDictionary<string, string>? earlier = null)
{
    /// <summary>The client and the method.</summary>
    public string GetMethod(ApiOperation operation) => locked?[operation.Source.Route] ?? operation.Name;

    /// <summary>The interface that declares the method.</summary>
    public string GetArea(ApiOperation operation) => locked?[$"{operation.Source.Route} area"] ?? operation.Area.Interface;

    /// <summary>The class of its options.</summary>
    public string GetOptions(ApiOperation operation) => locked?[$"{operation.Source.Route} options"] ?? operation.Options!.Name.Text;

    public string GetParameter(ApiOperation operation, ApiParameter parameter) => locked?[$"{operation.Source.Route} {parameter.Identity}"] ?? parameter.Name.Text;

    public string GetMember(ApiType type, ApiMember member) => locked?[$"{FormerName(type)}.{member.Wire}"] ?? member.Name.Text;

    public string GetValue(ApiType type, ApiValue value) => locked?[$"{FormerName(type)}.{value.Wire}"] ?? value.Name.Text;

    private string FormerName(ApiType type) => earlier?.GetValueOrDefault(type.SchemaName) ?? type.SchemaName;
}

/// <summary>The names that <c>names.lock</c> contains after a document is published.</summary>
internal static class PublishedNames
{
    /// <param name="document">The document.</param>
    /// <param name="before">The names that were published earlier.</param>
    public static IReadOnlyDictionary<string, string> Create(ApiDocument document, IReadOnlyDictionary<string, string>? before) =>
        PublicNames.Create(ApiReader.Read(document, before)).ToDictionary(name => name.Key, name => name.Value.Text);
}

/// <summary>The operations with a hand-written public method, as <c>nswag.json</c> lists them.</summary>
internal static class WrappedOperations
{
    public static IReadOnlySet<string> Read(Workspace workspace)
    {
        if (workspace.Root is null)
        {
            return new HashSet<string>();
        }

        var file = Path.Combine(workspace.Root, "generator", "nswag.json");
        try
        {
            return ApiDocument.Parse(file).SelectTokens("codeGenerators.openApiToCSharpClient.protectedMethods[*]").Select(name => (string?)name ?? string.Empty).ToHashSet();
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            throw new UsageException($"{file}: {exception.Message} Take the file from version control again.");
        }
    }
}
