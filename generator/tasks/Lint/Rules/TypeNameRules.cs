using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for the names of schemas, which become type names.</summary>
internal static class TypeNameRules
{
    // Names that are too general or that most programs use.
    private static readonly HashSet<string> General =
    [
        "Any", "Application", "Client", "Condition", "Config", "Configuration", "Connection", "Context", "Data", "Department", "Device", "Element", "Entity", "Error", "Expand", "Field",
        "Filter", "Group", "Identity", "Item", "Logger", "Message", "Model", "Node", "Object", "Option", "Options", "Order", "Organization", "Page", "Permission", "Policy", "Post",
        "Provider", "Query", "Request", "Resource", "Response", "Result", "Role", "Service", "Session", "Settings", "State", "Status", "Tenant", "Token", "User", "Value",
    ];

    private static readonly Regex TypeName = new(@"^[A-Z][A-Za-z0-9]+\z");

    public static IEnumerable<Finding> Free(LintModel document) =>
        from schema in document.Schemas
        where FrameworkTypes.Names.Contains(schema.Name) || General.Contains(schema.Name)
        select schema.Finding("Its name is that of a .NET type, or too general, and would be ambiguous in users' files. Rename it, and keep the service's name in x-source-name.");

    public static IEnumerable<Finding> WellFormed(LintModel document) =>
        from schema in document.Schemas
        where !TypeName.IsMatch(schema.Name)
        select schema.Finding("It becomes a type name. Use PascalCase letters and digits.");

    public static IEnumerable<Finding> Different(LintModel document) =>
        from same in document.Schemas.GroupBy(schema => schema.Name, StringComparer.OrdinalIgnoreCase)
        from schema in same.Skip(1)
        select schema.Finding($"It differs from {same.First().Name} only by case. Rename one, and keep the service's name in x-source-name.");

    public static IEnumerable<Finding> SourceNames(LintModel document) =>
        from schema in document.Schemas
        where schema.Schema.Text("x-source-name") == schema.Name
        select schema.Finding("x-source-name equals the schema's own name. Delete it.", "x-source-name");
}
