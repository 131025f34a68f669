using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace GenAuth.ContractTests.Server;

/// <summary>One connection to a <see cref="RawServer"/>.</summary>
public sealed class RawConnection(Socket socket, Action<string> record, CancellationToken end) : IAsyncDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>The bytes themselves, for protocols below HTTP.</summary>
    public Stream Stream => _stream;

    /// <summary>Is cancelled when the test ends.</summary>
    public CancellationToken End => end;

    /// <summary>Waits for a complete request, records and returns it.</summary>
    public async Task<string> ReadRequestAsync()
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            head.Append(await ReadAsync(1));
        }

        var length = Regex.Match(head.ToString(), @"^Content-Length: (\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase);
        var body = length.Success ? await ReadAsync(int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture)) : string.Empty;
        var request = head + body;
        record(request);
        return request;
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes, end);

    /// <summary>Sends head and body of a JSON response.</summary>
    public Task SendJsonAsync(string body) => SendAsync(Head("Content-Type: application/json", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}") + body);

    /// <summary>Keeps the connection open and silent until the test is over.</summary>
    public Task StaySilentAsync() => Task.Delay(Timeout.Infinite, end);

    /// <summary>Closes the connection gracefully (FIN).</summary>
    public void Close() => _stream.Dispose();

    /// <summary>Resets the connection (RST).</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    /// <summary>The head of a response with HTTP 200.</summary>
    public static string Head(params string[] headers) => $"HTTP/1.1 200 OK\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n";

    private async Task<string> ReadAsync(int length)
    {
        var bytes = new byte[length];
        await _stream.ReadExactlyAsync(bytes, end);
        return Encoding.Latin1.GetString(bytes);
    }
}
