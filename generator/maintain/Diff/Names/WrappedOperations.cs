using GenAuth.Build.Document;
using GenAuth.Maintain.Diff.Input;
using Newtonsoft.Json;

namespace GenAuth.Maintain.Diff.Names;

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
