using System.Net;
using System.Net.Sockets;
using System.Text;
using GenAuth.Maintain;
using GenAuth.Maintain.Import.Input;

namespace GenAuth.MaintainTests.Security;

public sealed class DownloadRedirectTests
{
    [Fact]
    public async Task Redirect_within_this_machine_is_followed()
    {
        using var server = new Server(path => path == "/openapi.json" ? Redirect("/moved.json") : "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

        Assert.Equal("{}", (await SourceText.ReadAsync(server.Address, TimeSpan.FromSeconds(30), CancellationToken.None)).Text);
    }

    [Theory]
    [InlineData("http://example.com/openapi.json", "redirected to http://example.com, which is not an https address")]
    [InlineData("ftp://127.0.0.1/openapi.json", "which is not an https address")]
    [InlineData("/openapi.json", "redirected more than 5 times")]
    public async Task Redirect_that_is_not_safe_is_refused(string target, string reason)
    {
        using var server = new Server(_ => Redirect(target));

        var exception = await Assert.ThrowsAsync<UsageException>(() => SourceText.ReadAsync(server.Address, TimeSpan.FromSeconds(30), CancellationToken.None));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    private static string Redirect(string target) => $"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n";

    /// <summary>Responds to each request by its path.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Server(Func<string, string> response)
        {
            _listener.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/openapi.json";
            _ = ServeAsync(response);
        }

        public string Address { get; }

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync(Func<string, string> response)
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await using var stream = connection.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync())!.Split(' ')[1];
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync()))
                {
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(response(path)));
            }
        }
    }
}
