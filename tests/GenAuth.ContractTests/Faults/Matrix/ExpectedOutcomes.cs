namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>The outcome of each call with each fault, and the number of requests that the server receives.</summary>
internal static class ExpectedOutcomes
{
    /// <summary>
    /// Each cell is for retries switched off, for a server that fails once, and for one that always fails (with two
    /// retries). <c>docs/reliability.md</c> has the same table.
    /// </summary>
    public const string Table =
        """
        | fault | bytes come | `GET`, `DELETE` that may be repeated | `POST` that may be repeated | whatever may not |
        |---|---|---|---|---|
        | healthy | at once | success 1 · success 1 · success 1 | success 1 · success 1 · success 1 | success 1 · success 1 · success 1 |
        | healthy | byte by byte | success 1 · success 1 · success 1 | success 1 · success 1 · success 1 | success 1 · success 1 · success 1 |
        | healthy | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | healthy | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | reset before a response | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | reset before a response | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | closed without a byte | at once | connection 4 · success 2 · connection 12 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | closed without a byte | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | reset in the middle of the body | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | reset in the middle of the body | byte by byte | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | reset in the middle of the body | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | reset in the middle of the body | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | body shorter than announced | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | body shorter than announced | byte by byte | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | body shorter than announced | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | body shorter than announced | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | chunked body cut off | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | chunked body cut off | byte by byte | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | chunked body cut off | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | chunked body cut off | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | malformed chunk | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | malformed chunk | byte by byte | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | malformed chunk | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | malformed chunk | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | no HTTP | at once | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | no HTTP | byte by byte | connection 1 · success 2 · connection 3 | connection 1 · success 2 · connection 3 | connection 1 · connection 1 · connection 1 |
        | no HTTP | byte by byte, past the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        | no HTTP | after the limit | time-out 1 · success 2 · time-out 3 | time-out 1 · success 2 · time-out 3 | time-out 1 · time-out 1 · time-out 1 |
        """;

    private static readonly Dictionary<(string Fault, string Timing), string[]> Cells = Table.Split('\n').Skip(2)
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => (cells[0], cells[1]), cells => cells[2..]);

    /// <summary>Outcome and number of requests, such as "success 2".</summary>
    public static string Get(string fault, string timing, FaultyCall call, RetryMode retries) =>
        Cells[(fault, timing)][call.Column].Split(" · ")[RetryMode.All.ToList().IndexOf(retries)];
}
