using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>An HTTP server on this machine with the responses of a test, for behaviour that another provider does not have.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<StubRequest, StubResponse>> _responses = new();

    private StubService(WebApplication app) => _app = app;

    public string Host { get; private set; } = string.Empty;

    /// <summary>The requests so far.</summary>
    public ConcurrentQueue<StubRequest> Requests { get; } = new();

    public static async Task<StubService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new StubService(builder.Build());
        service._app.Run(service.RespondAsync);
        await service._app.StartAsync();
        service.Host = service._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return service;
    }

    /// <summary>Responds to a path.</summary>
    public StubService On(string path, Func<StubRequest, StubResponse> respond)
    {
        _responses[path] = respond;
        return this;
    }

    /// <summary>Responds to a path with JSON.</summary>
    public StubService On(string path, string json, int status = 200) => On(path, _ => new(json, status));

    public int CountOf(string path) => Requests.Count(request => request.Path == path);

    public OpenIdConnectClient CreateClient(Action<OpenIdConnectClientOptions>? configure = null)
    {
        var options = new OpenIdConnectClientOptions
        {
            AppId = TestTokens.AppId,
            AppSecret = TestTokens.Secret,
            AppHost = Host,
            Retry = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
        };
        configure?.Invoke(options);
        return new OpenIdConnectClient(options);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var request = await StubRequest.ReadAsync(context.Request);
        Requests.Enqueue(request);
        if (!_responses.TryGetValue(request.Path, out var respond))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var response = respond(request);
        if (response.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        context.Response.ContentType = response.ContentType;
        foreach (var (name, value) in response.Headers ?? [])
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(response.Body);
    }
}

/// <summary>A request as the service received it.</summary>
internal sealed record StubRequest(string Method, string Path, string Authorization, string Accept, Dictionary<string, string> Query, Dictionary<string, string> Form)
{
    public static async Task<StubRequest> ReadAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : null;
        return new(
            request.Method,
            request.Path,
            request.Headers.Authorization.ToString(),
            request.Headers.Accept.ToString(),
            request.Query.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToString()),
            form?.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToString()) ?? []);
    }
}

/// <summary>A response; the status 0 closes the connection.</summary>
internal sealed record StubResponse(string Body, int Status = 200, string ContentType = "application/json", Dictionary<string, string>? Headers = null);
