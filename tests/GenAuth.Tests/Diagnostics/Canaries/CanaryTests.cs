using GenAuth.Tests.Document;
using GenAuth.Tests.Management;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>
/// Every operation with a canary in each sensitive field of its request and its response, in the options and the headers, with
/// every log enabled: no canary may be in a log, an activity, a measurement or an exception.
/// </summary>
public sealed class CanaryTests
{
    /// <summary>The outcomes of a call.</summary>
    public enum Ending
    {
        Success,
        Error,
        CutOff,
        WrongType,
        Html,
        Broken,
        TimedOut,
    }

    private static Ending[] Others => [.. Enum.GetValues<Ending>().Where(ending => ending != Ending.Success)];

    public static TheoryData<string> Tags => [.. CanaryOperation.All.Select(operation => operation.Name[..(operation.Name.IndexOf('.', StringComparison.Ordinal) + 2)]).Distinct()];

    /// <summary>The success and one other outcome of each operation, so that every outcome is covered by some operation.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public Task No_operation_reveals_a_canary(string beginning) => AssertNoLeakAsync(beginning, index => [Ending.Success, Others[index % Others.Length]]);

    [Trait("Category", "Extended")]
    [Theory]
    [MemberData(nameof(Tags))]
    public Task No_operation_reveals_a_canary_with_any_outcome(string beginning) => AssertNoLeakAsync(beginning, _ => [Ending.Success, .. Others]);

    private static async Task AssertNoLeakAsync(string beginning, Func<int, Ending[]> endings)
    {
        using var telemetry = new TelemetryRecorder();
        using var clients = new CanaryClients(telemetry);
        var leaks = new List<string>();
        foreach (var (index, operation) in CanaryOperation.All.Where(operation => operation.Name.StartsWith(beginning, StringComparison.Ordinal)).Index())
        {
            foreach (var ending in endings(index))
            {
                var seen = await clients.CallAsync(operation, ending);
                leaks.AddRange(Canary.In(seen).Select(canary => $"{operation.Name}, {ending}: {canary}"));
            }
        }

        Report.None(leaks, "Mark the member or the parameter, or see to it that nothing of it is reported.");
    }

    [Fact]
    public void Every_operation_is_documented_or_hand_written() => Assert.Equal(
        ["AuthenticationClient.SignInByAlipayAsync", "ManagementClient.GetApprovalAsync", "ManagementClient.PublishUserEventAsync"],
        CanaryOperation.All.Where(operation => operation.Documented is null).Select(operation => operation.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Canaries_reach_the_service_and_what_is_not_sensitive_reaches_the_log()
    {
        using var telemetry = new TelemetryRecorder();
        using var clients = new CanaryClients(telemetry);

        var seen = await clients.CallAsync(CanaryOperation.All.Single(operation => operation.Name == "ManagementClient.CreateUserAsync"), Ending.Success);

        Assert.Contains("canary-request.CreateUserReqDto.email-", Canary.In(clients.Sent[^1].Body));
        Assert.Contains("canary-options.AccessKeySecret-", Canary.In(clients.Sent.First(sent => sent.Uri.AbsolutePath == TokenService.TokenPath).Body));
        Assert.Contains("plain", seen, StringComparison.Ordinal);
        Assert.Contains("***", seen, StringComparison.Ordinal);
    }
}
