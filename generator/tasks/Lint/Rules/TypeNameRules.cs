using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>Names of schemas, which become names of types in users' files.</summary>
internal static class TypeNameRules
{
    // Too general, or the name of something that nearly every program has.
    private static readonly HashSet<string> General =
    [
        "Any", "Application", "Client", "Condition", "Config", "Configuration", "Connection", "Context", "Data", "Department", "Device", "Element", "Entity", "Error", "Expand", "Field",
        "Filter", "Group", "Identity", "Item", "Logger", "Message", "Model", "Node", "Object", "Option", "Options", "Order", "Organization", "Page", "Permission", "Policy", "Post",
        "Provider", "Query", "Request", "Resource", "Response", "Result", "Role", "Service", "Session", "Settings", "State", "Status", "Tenant", "Token", "User", "Value",
    ];

    private static readonly Regex TypeName = new(@"^[A-Z][A-Za-z0-9]+\z");

    public static IEnumerable<Finding> Free(DocumentModel document) =>
        from schema in document.Schemas
        where FrameworkTypes.Names.Contains(schema.Name) || General.Contains(schema.Name)
        select schema.Finding("Its name is that of a type of .NET, or says too little, and would clash in users' files. Rename it, and keep the service's name in x-source-name.");

    public static IEnumerable<Finding> WellFormed(DocumentModel document) =>
        from schema in document.Schemas
        where !TypeName.IsMatch(schema.Name)
        select schema.Finding("It becomes the name of a type. Use PascalCase letters and digits.");

    public static IEnumerable<Finding> Different(DocumentModel document) =>
        from same in document.Schemas.GroupBy(schema => schema.Name, StringComparer.OrdinalIgnoreCase)
        from schema in same.Skip(1)
        select schema.Finding($"It differs from {same.First().Name} only by case. Rename one, and keep the service's name in x-source-name.");

    public static IEnumerable<Finding> SourceNames(DocumentModel document) =>
        from schema in document.Schemas
        where schema.Schema.Text("x-source-name") == schema.Name
        select schema.Finding("x-source-name is for another name than the schema's own. Delete it.", "x-source-name");
}
