namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>Every fault with every timing for every kind of call, compared with <see cref="ExpectedOutcomes"/>.</summary>
public sealed class FaultMatrixTests
{
    private const string Fresh = "fresh connection";
    private const string Reused = "reused connection";

    public static IEnumerable<object[]> Rows { get; } =
        from fault in Fault.All
        from timing in FaultTiming.GetAll(fault)
        from call in FaultyCall.All
        from retries in RetryMode.All
        from connection in new[] { Fresh, Reused }
        select new object[] { fault.Name, timing, call.Name, retries.Name, connection };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Faulty_call_ends_as_tabulated_and_the_next_call_gets_its_own_response(
        string fault, string timing, string call, string retries, string connection)
    {
        await using var server = new FaultyServer(Fault.Get(fault), timing);
        var client = server.Client(RetryMode.Get(retries).MaxRetries);
        var before = connection == Reused ? 1 : 0;
        if (connection == Reused)
        {
            await FaultyCall.All[0].SendAsync(client);
        }

        server.Fail(RetryMode.Get(retries).Failures);
        var outcome = await OutcomeAsync(FaultyCall.Get(call).SendAsync(client), server);
        var requests = server.Requests;
        server.Fail(0);

        Assert.Equal(ExpectedOutcomes.Get(fault, timing, FaultyCall.Get(call), RetryMode.Get(retries)), $"{outcome} {requests - before}");
        Assert.Equal(1, server.FaultyConnection);
        Assert.Equal(FaultyServer.MessageOf(requests + 1), await FaultyCall.All[0].SendAsync(client));
        Assert.Equal(requests + 1, server.Requests);
    }

    [Fact]
    public void Documented_fault_table_is_the_tested_one() =>
        Assert.Contains(ExpectedOutcomes.Table.ReplaceLineEndings("\n"), Document().ReplaceLineEndings("\n"), StringComparison.Ordinal);

    private static string Document()
    {
        using var text = new StreamReader(typeof(FaultMatrixTests).Assembly.GetManifestResourceStream("reliability")!);
        return text.ReadToEnd();
    }

    private static async Task<string> OutcomeAsync(Task<string?> call, FaultyServer server)
    {
        try
        {
            return await call == FaultyServer.MessageOf(server.Requests) ? "success" : "the response to another request";
        }
        catch (GenAuthConnectionException exception) when (exception.InnerException is not null)
        {
            return "connection";
        }
        catch (GenAuthTimeoutException exception) when (exception.Scope == GenAuthTimeoutScope.Attempt)
        {
            return "time-out";
        }
    }
}
