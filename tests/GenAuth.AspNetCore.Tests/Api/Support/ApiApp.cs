using System.Net.Http.Headers;
using System.Net.Http.Json;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Api.Support;

/// <summary>An API on a free port of this machine, with endpoints for the tests of this folder.</summary>
internal sealed class ApiApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiApp(WebApplication app, TestLog log)
    {
        _app = app;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public TestLog Log { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Starts an API.</summary>
    /// <param name="services">Registers what the test is about.</param>
    /// <param name="map">Maps further endpoints.</param>
    public static async Task<ApiApp> StartAsync(Action<IServiceCollection> services, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new TestLog();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        services(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/open", () => "open");
        app.MapGet("/problem", async (HttpContext context, CancellationToken _) => (await context.AuthenticateAsync()).Failure is GenAuthTokenException failure ? failure.Problem.ToString() : "none");
        app.MapGet("/claims", (HttpContext context, CancellationToken _) => context.User.Claims.Select(static claim => $"{claim.Type}={claim.Value}")).RequireAuthorization();
        app.MapGet("/read", () => "read").RequireGenAuthScope("book:read");
        app.MapGet("/write", () => "write").RequireGenAuthScope("book:read book:write");
        app.MapGet("/admin", () => "admin").RequireAuthorization(static policy => policy.RequireRole("admin"));
        map?.Invoke(app);
        await app.StartAsync();
        return new(app, log);
    }

    /// <summary>Sends a request with a bearer token, or without one.</summary>
    public async Task<ApiResponse> GetAsync(string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        using var response = await Http.SendAsync(request);
        return await ApiResponse.ReadAsync(response);
    }

    public async Task<ApiResponse> PostAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync(path, body);
        return await ApiResponse.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>A response of an API.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Challenge">The <c>WWW-Authenticate</c> header.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> header.</param>
/// <param name="Body">The body.</param>
internal sealed record ApiResponse(int Status, string Challenge, string RetryAfter, string Body)
{
    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        string.Join(" | ", response.Headers.WwwAuthenticate),
        response.Headers.RetryAfter?.ToString() ?? string.Empty,
        await response.Content.ReadAsStringAsync());
}
