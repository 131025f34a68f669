using System.Text.RegularExpressions;
using GenAuth.Build.Api;
using GenAuth.Build.Document;

namespace GenAuth.Maintain.Reference.Api;

/// <summary>The locked C# names of the document. A missing name is an error, because the pages would be wrong without it.</summary>
internal sealed partial class RequiredNames(LockedNames names)
{
    public (string Client, string Method) GetMethod(Operation operation)
    {
        var name = Find(operation.Route);
        return MethodName().IsMatch(name)
            ? Split(name)
            : throw new UsageException($"The locked name {name} of '{operation.Route}' is not of the form SomeClient.MethodAsync. Take the file from version control again.");
    }

    /// <summary>The method that enumerates all pages; <see langword="null"/> without paging.</summary>
    public string? GetPagingMethod(Operation operation) => names[$"{operation.Route} paging"] is { } name ? Split(name).Method : null;

    /// <summary>The interface that declares the method.</summary>
    public string GetArea(Operation operation) => Find($"{operation.Route} area");

    public string GetParameter(Operation operation, ApiParameter parameter) => Find($"{operation.Route} {parameter.Identity}");

    public string GetMember(string schema, string wireName) => Find($"{schema}.{wireName}");

    /// <summary>The constant of an enum value, or <see langword="null"/> for a value without one.</summary>
    public string? GetConstant(string schema, string value) => names[$"{schema}.{value}"];

    private static (string Type, string Method) Split(string name)
    {
        var parts = name.Split('.', 2);
        return (parts[0], parts[^1]);
    }

    [GeneratedRegex(@"^\w*Client\.\w+Async\z")]
    private static partial Regex MethodName();

    private string Find(string identity) => names[identity] ?? throw new UsageException(
        $"The locked names lack '{identity}'. Run dotnet build generator -p:GenAuthAcceptNames=true to bring them up to date.");
}
