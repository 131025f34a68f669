using System.Reflection;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Markdown;

public sealed class MigrationTests
{
    // Maps "VERB /path" to "Client.Method".
    private static readonly Dictionary<string, string> Locked = File.ReadLines(Repository.PathOf("openapi", "names.lock"))
        .Select(line => line.Split(" = "))
        .Where(parts => parts.Length == 2 && parts[0].Split(' ') is [_, ['/', ..]])
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    [Theory]
    [InlineData("AuthenticationClient", typeof(AuthenticationClient))]
    [InlineData("ManagementClient", typeof(ManagementClient))]
    public void Every_listed_method_exists_with_its_parameters(string client, Type type)
    {
        var signatures = type.GetMethods().Select(Signature).ToHashSet(StringComparer.Ordinal);
        var rows = MigrationTable.Pairs.Where(row => row.Client == client).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains(row.After, signatures));
    }

    [Fact]
    public void Every_listed_method_calls_the_listed_operation()
    {
        // Two operations are on both clients; names.lock has them for one.
        Assert.DoesNotContain(MigrationTable.Pairs, row =>
            row.Operation is null || !Locked.TryGetValue(row.Operation, out var locked)
            || (locked.StartsWith(row.Client, StringComparison.Ordinal) ? locked != $"{row.Client}.{row.Method}" : Locked.ContainsValue($"{row.Client}.{row.Method}")));
    }

    [Fact]
    public void No_method_is_listed_for_two_operations()
    {
        Assert.Empty(MigrationTable.Pairs
            .GroupBy(row => (row.Client, row.Method))
            .Where(rows => rows.Select(row => row.Operation).Distinct().Count() > 1)
            .Select(rows => rows.Key));
    }

    [Fact]
    public void No_method_of_the_other_SDK_is_listed_twice()
    {
        Assert.Distinct(MigrationTable.Pairs.Select(row => (row.Client, row.Before)));
    }

    [Fact]
    public void Methods_without_an_equivalent_are_not_in_the_API_document()
    {
        Assert.NotEmpty(MigrationTable.WithoutEqual);
        Assert.DoesNotContain(MigrationTable.WithoutEqual, row => Locked.ContainsKey(row.Operation!));
    }

    private static string Signature(MethodInfo method)
    {
        var parameters = method.GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(RequestOptions) && parameter.ParameterType != typeof(CancellationToken))
            .Select(parameter => IsBody(parameter) ? $"{parameter.ParameterType.Name} {parameter.Name}"
                : IsOptions(parameter) ? $"{{ {string.Join(", ", parameter.ParameterType.GetProperties().Select(property => property.Name))} }}"
                : parameter.Name);
        return $"`{method.Name}({string.Join(", ", parameters)})`";
    }

    private static bool IsOptions(ParameterInfo parameter) => parameter is { Name: "options", ParameterType: { IsClass: true, Namespace: "GenAuth" } };

    private static bool IsBody(ParameterInfo parameter) => parameter.ParameterType is { IsClass: true, Namespace: "GenAuth.Models" };
}
