using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GenAuth.Pipeline;
using GenAuth.Testing;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>
/// A request to this machine does not go to the proxy of the environment, which would read its tokens and secrets. The environment
/// is that of a process, so the calls are made in another one.
/// </summary>
public sealed class LoopbackProxyTests
{
    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("all_proxy")]
    [InlineData("ALL_PROXY")]
    public Task Call_to_this_machine_does_not_reach_the_proxy_of_the_environment(string variable) => AssertPastProxyAsync("net10.0", variable);

    [Theory]
    [Trait("Category", "Extended")]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public Task Call_of_an_older_framework_to_this_machine_does_not_reach_the_proxy_of_the_environment(string framework) => AssertPastProxyAsync(framework, "http_proxy");

    [Theory]
    [InlineData("http://localhost:3000", false)]
    [InlineData("http://127.0.0.1", false)]
    [InlineData("http://127.1.2.3", false)]
    [InlineData("http://[::1]:3000", false)]
    [InlineData("https://localhost", false)]
    [InlineData("https://example.genauth.ai", true)]
    public void Proxy_of_the_environment_is_for_other_machines_only(string host, bool usesProxy)
    {
        var settings = new AuthenticationClient(Clients.Options(options => options.AppHost = host)).Transport;
        using var handler = Assert.IsType<SocketsHttpHandler>(DefaultHttpClient.CreateHandler(settings));

        Assert.Equal(usesProxy, handler.UseProxy);
        Assert.Null(handler.Proxy);
    }

    private static async Task AssertPastProxyAsync(string framework, string variable)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        await using var proxy = new RefusingProxy();

        var output = await ProxyProgram.RunAsync(framework, tenant, variable, proxy.Url);

        // The only request is made by the program itself and proves that the proxy is used for other hosts.
        Assert.Equal(ProxyProgram.Done, output);
        Assert.Equal($"GET {tenant.AppHost}/ HTTP/1.1", Assert.Single(proxy.Requests));
    }

    /// <summary>A proxy that records the first line of each request and never responds.</summary>
    private sealed class RefusingProxy : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();
        private readonly ConcurrentQueue<string> _requests = new();
        private readonly Task _serving;

        public RefusingProxy()
        {
            _listener.Start();
            _serving = ServeAsync();
        }

        public string Url => $"http://{_listener.LocalEndpoint}";

        public IReadOnlyCollection<string> Requests => _requests;

        public async ValueTask DisposeAsync()
        {
            await _end.CancelAsync();
            await _serving;
            _listener.Dispose();
            _end.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await _listener.AcceptTcpClientAsync(_end.Token);
                    using var reader = new StreamReader(caller.GetStream());
                    _requests.Enqueue(await reader.ReadLineAsync(_end.Token) ?? string.Empty);
                    while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 })
                    {
                        // The headers do not matter.
                    }

                    await caller.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), _end.Token);
                }
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // The test is over.
            }
        }
    }
}
