using System.Reflection;
using System.Text.RegularExpressions;
using GenAuth.Diagnostics;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Diagnostics;

public sealed partial class LogEventDocumentationTests
{
    [Fact]
    public void Documented_log_events_are_those_that_the_library_writes()
    {
        var written = typeof(CallLog).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Event is not null)
            .OrderBy(method => method.Event!.EventId)
            .Select(method => $"{method.Event!.EventId} {method.Name} {method.Event.Level}");
        var documented = Row().Matches(File.ReadAllText(Repository.PathOf("docs", "observability.md")))
            .Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value}");

        Assert.Equal(written, documented);
    }

    // The events of other packages have three digits.
    [GeneratedRegex(@"^\| (?<id>[0-9]{1,2}) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
