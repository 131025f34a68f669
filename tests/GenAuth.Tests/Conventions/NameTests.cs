namespace GenAuth.Tests.Conventions;

public sealed class NameTests
{
    // The names that a file sees without a using directive; another type of such a name would be ambiguous.
    private static readonly string[] EverywhereUsed =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];

    private static readonly HashSet<string> Taken =
    [
        .. new[] { typeof(object), typeof(Uri), typeof(Console), typeof(Enumerable), typeof(HttpClient), typeof(Stack<>), typeof(Barrier), typeof(Parallel) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => EverywhereUsed.Contains(type.Namespace))
            .Select(type => WithoutArity(type.Name)),
        "Status", "Condition", "Resource", "Order", "Role", "User", "Error", "Result",
    ];

    [Fact]
    public void List_of_framework_type_names_has_the_common_ones() =>
        Assert.Superset(new HashSet<string> { "Type", "Action", "Version", "Task", "Timer", "List", "HttpMethod", "Stream", "Status" }, Taken);

    [Fact]
    public void No_type_has_the_name_of_an_implicitly_imported_type() =>
        Assert.All(PublicSurface.Types, type => Assert.DoesNotContain(WithoutArity(type.Name), Taken));

    [Fact]
    public void No_name_has_an_underscore()
    {
        Assert.All(PublicSurface.Types, type => Assert.DoesNotContain('_', type.Name));
        Assert.All(
            PublicSurface.Members.Where(member => !member.Name.StartsWith("op_", StringComparison.Ordinal)),
            member => Assert.DoesNotContain('_', member.Name));
        Assert.All(PublicSurface.Parameters, parameter => Assert.DoesNotContain('_', parameter.Name!));
    }

    [Fact]
    public void Types_and_members_begin_with_a_capital_and_parameters_do_not()
    {
        Assert.All(PublicSurface.Types, type => Assert.True(char.IsUpper(type.Name[0]), type.Name));
        Assert.All(
            PublicSurface.Members.Where(member => member.Name[0] != '.' && !member.Name.StartsWith("op_", StringComparison.Ordinal)),
            member => Assert.True(char.IsUpper(member.Name[0]), $"{member.DeclaringType}.{member.Name}"));
        Assert.All(PublicSurface.Parameters, parameter => Assert.True(char.IsLower(parameter.Name![0]), $"{parameter.Member}: {parameter.Name}"));
    }

    [Fact]
    public void Types_live_in_the_librarys_namespaces_and_extensions_where_services_are_registered() => Assert.Equal(
        ["GenAuth", "GenAuth.Models", "Microsoft.Extensions.DependencyInjection"],
        PublicSurface.Types.Select(type => type.Namespace!).Distinct().Order());

    private static string WithoutArity(string name) => name.Split('`')[0];
}
