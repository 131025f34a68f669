using GenAuth.Build.Document;

namespace GenAuth.Maintain.Import;

/// <summary>The parts of an operation's name.</summary>
internal static class OperationExtensions
{
    public static string Name(this Operation operation) => operation.Value["operationId"].Text() ?? string.Empty;

    /// <summary>The part before the underscore: the client, or the controller in a published document.</summary>
    public static string Owner(this Operation operation) => operation.Name().Split('_')[0];

    public static string Method(this Operation operation) => operation.Name()[(operation.Name().IndexOf('_', StringComparison.Ordinal) + 1)..];

    public static string Key(this Operation operation) => Project.Key(operation.Verb.Name, operation.Path.Name);
}
