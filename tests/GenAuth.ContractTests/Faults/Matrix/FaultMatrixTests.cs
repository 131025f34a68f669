namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>Every fault, at every time, to every kind of call: <see cref="ExpectedOutcomes"/> says what has to come of it.</summary>
public sealed class FaultMatrixTests
{
    private const string Fresh = "fresh connection";
    private const string Kept = "kept connection";

    public static IEnumerable<object[]> Rows { get; } =
        from fault in Fault.All
        from timing in FaultTiming.Of(fault)
        from call in FaultyCall.All
        from repetitions in Repetitions.All
        from connection in new[] { Fresh, Kept }
        select new object[] { fault.Name, timing, call.Name, repetitions.Name, connection };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_call_ends_as_the_table_says_and_the_next_one_gets_its_own_answer(
        string fault, string timing, string call, string repetitions, string connection)
    {
        await using var server = new FaultyServer(Fault.Of(fault), timing);
        var client = server.Client(Repetitions.Of(repetitions).MaxRetries);
        var before = connection == Kept ? 1 : 0;
        if (connection == Kept)
        {
            await FaultyCall.All[0].SendAsync(client);
        }

        server.Fail(Repetitions.Of(repetitions).Failures);
        var outcome = await OutcomeAsync(FaultyCall.Of(call).SendAsync(client), server);
        var requests = server.Requests;
        server.Fail(0);

        Assert.Equal(ExpectedOutcomes.Of(fault, timing, FaultyCall.Of(call), Repetitions.Of(repetitions)), $"{outcome} {requests - before}");
        Assert.Equal(1, server.FaultyConnection);
        Assert.Equal(FaultyServer.MessageOf(requests + 1), await FaultyCall.All[0].SendAsync(client));
        Assert.Equal(requests + 1, server.Requests);
    }

    [Fact]
    public void The_document_holds_the_same_table() =>
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
            return await call == FaultyServer.MessageOf(server.Requests) ? "success" : "the answer to another request";
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
