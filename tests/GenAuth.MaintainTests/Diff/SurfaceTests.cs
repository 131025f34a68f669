using System.Text.RegularExpressions;
using GenAuth.Maintain;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.MaintainTests.Diff;

/// <summary>The surface that diff derives from the document equals the generated one: every method, member and value.</summary>
public sealed partial class SurfaceTests
{
    private const string Last = "RequestOptions? requestOptions = null, CancellationToken cancellationToken = default";

    private static readonly string[] Clients = ["AuthenticationClient", "ManagementClient"];

    [Fact]
    public void Surface_methods_have_the_parameters_of_the_compiled_library()
    {
        var expected = RealDocument.Surface.Operations.Values
            .Select(operation => $"{operation.Client} {Task(operation)} {operation.Method[..^5]}Async({string.Join(", ", operation.Parameters.Where(parameter => !parameter.IsOption).Select(Parameter).Concat(Options(operation)).Append(Last))})");
        var actual = Clients.SelectMany(client => RealDocument.PublicMembers[client].Select(line => $"{client} {Plain(line)}")).ToHashSet();

        Assert.DoesNotContain(expected, line => !actual.Contains(line));
    }

    [Fact]
    public void Surface_options_are_members_of_the_compiled_class()
    {
        var options = RealDocument.Surface.Operations.Values.Where(operation => operation.Options is not null)
            .Select(operation => (operation.Options, Lines: operation.Parameters.Where(parameter => parameter.IsOption).Select(parameter => $"{parameter.Type} {parameter.Name} {{ get; set; }}"))).ToList();

        Assert.True(options.Count > 100);
        Assert.All(options, one => Assert.Equal(one.Lines.Order(StringComparer.Ordinal), RealDocument.PublicMembers[one.Options!].Select(Plain).Where(line => line.EndsWith("{ get; set; }", StringComparison.Ordinal)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Surface_paging_methods_have_the_items_of_the_compiled_library()
    {
        var paged = RealDocument.Surface.Operations.Values.Where(operation => operation.Item is not null).ToList();

        Assert.NotEmpty(paged);
        Assert.All(paged, operation => Assert.Contains(RealDocument.PublicMembers[operation.Client],
            line => Plain(line).StartsWith($"AsyncPageable<{operation.Item!.Replace("any", "JToken", StringComparison.Ordinal)}> {operation.PagingName.Split('.')[1]}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void Surface_members_have_the_types_of_the_compiled_library()
    {
        var members = RealDocument.Surface.Types.Values.SelectMany(type => type.Members.Values.Select(member => (type.Name, Line: $"{member.Type} {member.Name} {{ get; set; }}"))).ToList();
        var actual = RealDocument.PublicMembers.ToDictionary(type => type.Key, type => type.Select(Plain).ToHashSet());

        Assert.True(members.Count > 5000);
        Assert.DoesNotContain(members, member => !actual[member.Name].Contains(member.Line));
    }

    [Fact]
    public void Surface_enums_have_the_values_of_the_compiled_library()
    {
        var values = RealDocument.Surface.Types.Values.SelectMany(type => type.Values.Values.Select(value => (type.Name, Line: $"{type.Name} {value.Name} {{ get; }}"))).ToList();

        Assert.NotEmpty(values);
        Assert.DoesNotContain(values, value => !RealDocument.PublicMembers[value.Name].Select(Plain).Contains(value.Line));
    }

    [Fact]
    public void Surface_names_are_the_locked_ones()
    {
        var locked = LockedNames.Read(RealDocument.NamesFile);
        var operations = RealDocument.Surface.Operations.Values;
        var names = operations.Select(operation => (Identity: operation.Wire, operation.Name))
            .Concat(operations.SelectMany(operation => operation.Parameters.Select(parameter => (Identity: $"{operation.Wire} {parameter.Wire}", parameter.Name))))
            .Concat(RealDocument.Surface.Types.Values.SelectMany(type => type.Members.Values.Select(member => (Identity: $"{type.Name}.{member.Wire}", member.Name))))
            .Concat(RealDocument.Surface.Types.Values.SelectMany(type => type.Values.Values.Select(value => (Identity: $"{type.Name}.{value.Wire}", value.Name))))
            .ToList();

        Assert.True(names.Count > 5000);
        Assert.DoesNotContain(names, name => locked[name.Identity] != name.Name);
    }

    private static string Task(OperationSurface operation) => $"Task<{operation.Response}>";

    private static IEnumerable<string> Options(OperationSurface operation) => operation.Options is null ? [] : [$"{operation.Options}? options = null"];

    private static string Parameter(ParameterSurface parameter) =>
        $"{parameter.Type} {parameter.Name}{(parameter.IsRequired ? string.Empty : parameter.Type.IsValue ? " = default" : " = null")}";

    /// <summary>A line of the listing without namespaces, attributes and modifiers.</summary>
    private static string Plain(string line) => Ending().Replace(Modifier().Replace(Qualifier().Replace(line, string.Empty), string.Empty), ")");

    [GeneratedRegex(@"\b(?:[A-Z]\w+\.)+(?=\w)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"^public (?:static )?")]
    private static partial Regex Modifier();

    [GeneratedRegex(@"\) \{ \}$")]
    private static partial Regex Ending();
}
