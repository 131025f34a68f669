using System.Reflection;
using System.Text.RegularExpressions;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Documentation;

public sealed partial class LogEventDocumentationTests
{
    [Fact]
    public void Documented_log_events_are_those_that_the_package_writes()
    {
        var written = typeof(GenAuthApiOptions).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Select(static method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static method => method.Event is not null)
            .OrderBy(static method => method.Event!.EventId)
            .Select(static method => $"{method.Event!.EventId} {method.Name} {method.Event.Level}");
        var documented = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "observability.md")))
            .Select(static row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value}");

        Assert.Equal(written, documented);
    }

    [GeneratedRegex(@"^\| (?<id>[0-9]{3}) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
