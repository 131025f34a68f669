using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>A server's reaction to a request: the bytes that it sends, and how the connection ends.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Bytes">The sent bytes of a response with the given body.</param>
/// <param name="End">Ends the connection; <see langword="null"/> leaves it open for reuse.</param>
internal sealed record Fault(string Name, Func<string, string> Bytes, Action<RawConnection>? End = null)
{
    private const string Json = "Content-Type: application/json";

    /// <summary>A response without a fault.</summary>
    public const string None = "healthy";

    private static readonly Action<RawConnection> Close = connection => connection.Close();
    private static readonly Action<RawConnection> Reset = connection => connection.Reset();

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(None, body => RawConnection.Head(Json, $"Content-Length: {body.Length}") + body),
        new("reset before a response", _ => string.Empty, Reset),
        new("closed without a byte", _ => string.Empty, Close),
        new("reset in the middle of the body", body => RawConnection.Head(Json, $"Content-Length: {body.Length + 1000}") + body, Reset),
        new("body shorter than announced", body => RawConnection.Head(Json, $"Content-Length: {body.Length + 1000}") + body, Close),
        new("chunked body cut off", body => RawConnection.Head(Json, "Transfer-Encoding: chunked") + $"{body.Length:x}\r\n{body}\r\n", Close),
        new("malformed chunk", body => RawConnection.Head(Json, "Transfer-Encoding: chunked") + $"{body.Length:x}\r\n{body}\r\nzz\r\n"),
        // Two lines: the platform parses a line when the next one has begun.
        new("no HTTP", _ => "SSH-2.0-OpenSSH_9.6 Debian\r\nProtocol mismatch.\r\n"),
    ];

    public bool HasBytes => Bytes(string.Empty).Length > 0;

    public static Fault Get(string name) => All.Single(fault => fault.Name == name);
}
