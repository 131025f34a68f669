using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Build.Lint;
using GenAuth.Build.Lint.Model;
using GenAuth.Build.Lint.Rules;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Lint;

/// <summary>The documents of this repository follow the rules.</summary>
public sealed class RealDocumentTests
{
    private static readonly string[] Namespaces =
    [
        "System", "System.Collections", "System.Collections.Generic", "System.ComponentModel", "System.Diagnostics", "System.IO", "System.Linq", "System.Net", "System.Net.Http",
        "System.Net.Http.Headers", "System.Reflection", "System.Security.Claims", "System.Text", "System.Text.Json", "System.Text.RegularExpressions", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly Type[] OneOfEachAssembly =
    [
        typeof(object), typeof(Uri), typeof(Console), typeof(Enumerable), typeof(HttpClient), typeof(Stack<>), typeof(Barrier), typeof(Parallel), typeof(Regex), typeof(System.Net.Cookie),
        typeof(System.Net.IPAddress), typeof(System.ComponentModel.Component), typeof(System.Diagnostics.Process), typeof(System.Security.Claims.Claim), typeof(System.Text.Json.JsonDocument),
    ];

    private static string Document => Repository.PathOf("openapi/genauth-v3.json");

    [Theory]
    [InlineData("openapi/genauth-v3.json")]
    [InlineData("tests/GenAuth.BuildTests/documents/small.json")]
    public async Task Documents_of_the_repository_have_no_finding(string path)
    {
        var run = await Run.CommandAsync("lint", Repository.PathOf(path));

        Assert.Equal("0 findings.", run.Output.Trim());
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public void Framework_type_names_are_those_of_the_newest_framework() => Assert.Equal(
        OneOfEachAssembly.SelectMany(type => type.Assembly.GetExportedTypes()).Where(type => Namespaces.Contains(type.Namespace)).Select(type => type.Name.Split('`')[0]).Distinct().Order(StringComparer.Ordinal),
        FrameworkTypes.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Single_use_values_are_members_of_requests()
    {
        var model = new LintModel(new ApiDocument((JObject)ApiDocument.Parse(Document)));

        Assert.Empty(RetryRules.SingleUseValues.Except(model.Operations.SelectMany(operation => operation.RequestMembers).Where(member => member.Mark == "secret").Select(member => member.Name)));
    }

    [Fact]
    public void Required_values_of_requests_are_not_described_as_optional()
    {
        var model = new LintModel(new ApiDocument((JObject)ApiDocument.Parse(Document)));

        var required = model.Operations.SelectMany(operation => operation.RequestMembers).Distinct()
            .Where(member => member.Node["required"] is JValue { Value: true } || (member.Node.Parent?.Parent?.Parent?.Parent as JObject)?["required"]?.Any(name => (string?)name == member.Name) == true).ToList();

        Assert.Contains(required, member => member.Place.EndsWith("(page)", StringComparison.Ordinal));
        Assert.Contains(required, member => member.Place.EndsWith(".tenantId", StringComparison.Ordinal));
        Assert.DoesNotContain(required, member => Regex.IsMatch(member.Description, @"\b(optional|omit(ted)?|left out|leav(e|ing) (it )?out)\b|; [^ ]+ by default", RegexOptions.IgnoreCase));
    }

    [Fact]
    public void Generator_readme_lists_every_rule_in_order()
    {
        var rows = File.ReadLines(Repository.PathOf("generator/README.md")).Where(line => Regex.IsMatch(line, @"^\| GENAUTH1\d\d ")).Select(line => line.Split('|')[1..3].Select(cell => cell.Trim()).ToArray());

        Assert.Equal(LintRules.All.Select(rule => $"{rule.Code} {rule.Demand}").Prepend($"{LintRules.ExceptionsCode} exceptions that cover a finding, each with its reason"), rows.Select(cells => string.Join(' ', cells)));
    }
}
