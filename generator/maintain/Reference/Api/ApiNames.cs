using System.Text.RegularExpressions;
using GenAuth.Build;

namespace GenAuth.Maintain.Reference;

/// <summary>The C# names of the document. A page without them would lead nowhere, so each has to be there.</summary>
internal sealed partial class ApiNames(LockedNames names)
{
    public (string Client, string Method) Method(Operation operation)
    {
        var name = Find(operation.Route);
        return MethodName().IsMatch(name)
            ? Split(name)
            : throw new UsageException($"The locked name {name} of '{operation.Route}' is not of the form SomeClient.MethodAsync. Take the file from version control again.");
    }

    /// <summary>The method that enumerates all pages, where there is one.</summary>
    public string? Paging(Operation operation) => names[$"{operation.Route} paging"] is { } name ? Split(name).Method : null;

    /// <summary>The interface that has the method.</summary>
    public string Area(Operation operation) => Find($"{operation.Route} area");

    public string Parameter(Operation operation, ApiParameter parameter) => Find($"{operation.Route} {parameter.Identity}");

    public string Member(string schema, string wireName) => Find($"{schema}.{wireName}");

    /// <summary>The constant of an enum's value, or <see langword="null"/> when the value has none.</summary>
    public string? Constant(string schema, string value) => names[$"{schema}.{value}"];

    private static (string Type, string Method) Split(string name)
    {
        var parts = name.Split('.', 2);
        return (parts[0], parts[^1]);
    }

    [GeneratedRegex(@"^\w*Client\.\w+Async\z")]
    private static partial Regex MethodName();

    private string Find(string identity) => names[identity] ?? throw new UsageException(
        $"The locked names have none for '{identity}'. Run dotnet build generator -p:GenAuthAcceptNames=true to bring them up to date.");
}
