using System.Text.RegularExpressions;

namespace GenAuth.Tests.Document;

public sealed partial class TypeNameTests
{
    // Too general, or the name of something that nearly every program has.
    private static readonly HashSet<string> General =
    [
        "Any", "Application", "Client", "Condition", "Config", "Configuration", "Connection", "Context", "Data", "Department", "Device", "Element", "Entity", "Error", "Expand", "Field",
        "Filter", "Group", "Identity", "Item", "Logger", "Message", "Model", "Node", "Object", "Option", "Options", "Order", "Organization", "Page", "Permission", "Policy", "Post",
        "Provider", "Query", "Request", "Resource", "Response", "Result", "Role", "Service", "Session", "Settings", "State", "Status", "Tenant", "Token", "User", "Value",
    ];

    private static readonly string[] Namespaces =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.ComponentModel", "System.Diagnostics", "System.IO", "System.Linq", "System.Net", "System.Net.Http",
        "System.Net.Http.Headers", "System.Reflection", "System.Security.Claims", "System.Text", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly HashSet<string> Framework =
    [
        .. new[]
        {
            typeof(object), typeof(Uri), typeof(Console), typeof(Enumerable), typeof(HttpClient), typeof(Stack<>), typeof(Barrier), typeof(Parallel), typeof(Regex), typeof(System.Net.Cookie),
            typeof(System.Net.IPAddress), typeof(System.ComponentModel.Component), typeof(System.Diagnostics.Process), typeof(System.Security.Claims.Claim), typeof(System.Text.Json.JsonDocument),
        }.SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => Namespaces.Contains(type.Namespace)).Select(type => type.Name.Split('`')[0]),
    ];

    private static IEnumerable<string> Names => TheDocument.Schemas.Properties().Select(schema => schema.Name);

    [Fact]
    public void The_frameworks_usual_names_are_known() =>
        Assert.Superset(new HashSet<string> { "Type", "Action", "Task", "Object", "List", "HttpMethod", "Cookie", "Claim", "Process", "Encoding", "Regex" }, Framework);

    [Fact]
    public void No_schema_has_the_name_of_a_usual_type_or_a_name_that_says_nothing() => Report.None(
        Names.Where(name => Framework.Contains(name) || General.Contains(name)),
        "Rename these schemas, keep the service's name in x-source-name, and list it in openapi/DEVIATIONS.md.");

    [Fact]
    public void No_schema_has_the_name_of_a_hand_written_type()
    {
        var written = typeof(AuthenticationClient).Assembly.GetTypes().Where(type => type.Namespace is "GenAuth" or "GenAuth.Http").Select(type => type.Name.Split('`')[0]).ToHashSet();

        Report.None(Names.Where(written.Contains), "Rename these schemas, keep the service's name in x-source-name, and list it in openapi/DEVIATIONS.md.");
    }

    [Fact]
    public void Every_schemas_name_is_a_good_type_name() => Report.None(
        Names.Where(name => !TypeName().IsMatch(name)).Concat(Names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key)),
        "Use PascalCase letters and digits, and no name that differs from another only by case.");

    [Fact]
    public void A_renamed_schema_does_not_take_the_name_of_another() => Report.None(
        TheDocument.Schemas.Properties().Where(schema => (string?)schema.Value["x-source-name"] == schema.Name).Select(schema => schema.Name),
        "x-source-name is for another name than the schema's own.");

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex TypeName();
}
