using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace GenAuth.Tests.Shared;

/// <summary>A service over TLS that returns success to every request.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private const string Body = """{"statusCode":200,"message":"Success"}""";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly ConcurrentQueue<string?> _callers = new();
    private readonly SslServerAuthenticationOptions _options;
    private readonly Task _serving;

    /// <param name="certificate">The server certificate.</param>
    /// <param name="asksForCertificate">Whether it requests a client certificate and accepts any.</param>
    public TlsServer(X509Certificate2 certificate, bool asksForCertificate = false)
    {
        _options = new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ClientCertificateRequired = asksForCertificate,
#pragma warning disable CA5359 // The server's part: which certificate arrives is what the tests look at.
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
        };
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"https://{_listener.LocalEndpoint}";

    /// <summary>The thumbprint of each request's client certificate, or <see langword="null"/> without one.</summary>
    public IReadOnlyList<string?> Callers => [.. _callers];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(RespondAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RespondAsync(TcpClient caller)
    {
        using (caller)
        {
            try
            {
                await using var stream = new SslStream(caller.GetStream());
                await stream.AuthenticateAsServerAsync(_options, _end.Token);
                using var reader = new StreamReader(stream);
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    if (line.Length == 0)
                    {
                        _callers.Enqueue(stream.RemoteCertificate?.GetCertHashString());
                        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"), _end.Token);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException or OperationCanceledException)
            {
                // The client rejected the certificate or disconnected, or the test has ended.
            }
        }
    }
}
