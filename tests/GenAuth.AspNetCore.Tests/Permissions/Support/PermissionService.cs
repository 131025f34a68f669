using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Permissions.Support;

/// <summary>A real HTTP server with the operations that check permissions, which the tenant does not have.</summary>
internal sealed class PermissionService : IAsyncDisposable
{
    public const string Namespace = "books";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<(string User, string Resource, string Action), bool> _granted = new();

    private PermissionService(WebApplication app) => _app = app;

    public string Host => _app.Urls.Single();

    /// <summary>The bodies of the requests so far, with the path as the member <c>path</c> and the header as <c>authorization</c>.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    /// <summary>Changes the response; the default is the one of the service.</summary>
    public Func<JsonObject, JsonNode>? Respond { get; set; }

    /// <summary>Holds the responses back until it is completed.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public static async Task<PermissionService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var service = new PermissionService(builder.Build());
        service._app.Run(service.RespondAsync);
        await service._app.StartAsync();
        return service;
    }

    public void Grant(string user, string resource, string action) => _granted[(user, resource, action)] = true;

    public void Withdraw(string user, string resource, string action) => _granted.TryRemove((user, resource, action), out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        request["path"] = context.Request.Path.Value;
        request["authorization"] = context.Request.Headers.Authorization.ToString();
        Requests.Enqueue(request);
        await Gate;
        var response = Respond?.Invoke(request) ?? Success(CreateResults(request, (string?)request["userId"] ?? "user-1"));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(response.ToJsonString());
    }

    public static JsonObject Success(IEnumerable<JsonNode> results) => new()
    {
        ["statusCode"] = 200,
        ["message"] = "ok",
        ["data"] = new JsonObject { ["checkResultList"] = new JsonArray([.. results]) },
    };

    public IEnumerable<JsonObject> CreateResults(JsonObject request, string user) => request["resources"]!.AsArray().Select(resource => new JsonObject
    {
        ["namespaceCode"] = Namespace,
        ["action"] = (string)request["action"]!,
        ["resource"] = (string)resource!,
        ["enabled"] = _granted.ContainsKey((user, (string)resource!, (string)request["action"]!)),
    });
}
