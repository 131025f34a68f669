using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>What a server does with a request that it has read: the bytes that it sends, and how the connection ends.</summary>
/// <param name="Name">As the table names it.</param>
/// <param name="Bytes">What is sent, for an answer with this text as its body.</param>
/// <param name="End">What follows; <see langword="null"/> leaves the connection open, so that a client could go on with it.</param>
internal sealed record Fault(string Name, Func<string, string> Bytes, Action<RawConnection>? End = null)
{
    private const string Json = "Content-Type: application/json";

    /// <summary>The one that is none.</summary>
    public const string None = "healthy";

    private static readonly Action<RawConnection> Close = connection => connection.Close();
    private static readonly Action<RawConnection> Reset = connection => connection.Reset();

    public static IReadOnlyList<Fault> All { get; } =
    [
        new(None, body => RawConnection.Head(Json, $"Content-Length: {body.Length}") + body),
        new("reset before an answer", _ => string.Empty, Reset),
        new("closed without a byte", _ => string.Empty, Close),
        new("reset in the middle of the body", body => RawConnection.Head(Json, $"Content-Length: {body.Length + 1000}") + body, Reset),
        new("body shorter than announced", body => RawConnection.Head(Json, $"Content-Length: {body.Length + 1000}") + body, Close),
        new("chunked body cut off", body => RawConnection.Head(Json, "Transfer-Encoding: chunked") + $"{body.Length:x}\r\n{body}\r\n", Close),
        new("malformed chunk", body => RawConnection.Head(Json, "Transfer-Encoding: chunked") + $"{body.Length:x}\r\n{body}\r\nzz\r\n"),
        // Two lines: the platform looks at a line when it has seen how the next one begins.
        new("no HTTP", _ => "SSH-2.0-OpenSSH_9.6 Debian\r\nProtocol mismatch.\r\n"),
    ];

    public bool HasBytes => Bytes(string.Empty).Length > 0;

    public static Fault Of(string name) => All.Single(fault => fault.Name == name);
}
