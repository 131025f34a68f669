using System.Collections.Concurrent;
using System.Text.Json;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Benchmarks.Stub;

/// <summary>Returns responses from memory, so that the time of the clients dominates.</summary>
internal static class StubServer
{
    public const string Command = "serve";

    private const int UsersByDefault = 50;

    private static readonly ConcurrentDictionary<int, byte[]> Pages = new();

    /// <summary>On the second core.</summary>
    public static StubProcess Start() => StubProcess.Start(start => Pinning.Start(core: 1, start), Command);

    public static Task<int> RunAsync() => StubHost.RunAsync(RespondAsync);

    private static async Task RespondAsync(HttpContext context)
    {
        var response = context.Request.Path.Value switch
        {
            Contestant.AuthInfoPath => StubResponses.AuthInfo,
            Contestant.UsersPath => Pages.GetOrAdd(await UsersAsync(context.Request), StubResponses.Page),
            _ => null,
        };
        if (response is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = response.Length;
        await context.Response.Body.WriteAsync(response);
    }

    /// <summary>The number of users that a request asks for: <c>options.pagination.limit</c> of the body, or <c>limit</c> of the query.</summary>
    private static async Task<int> UsersAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return int.TryParse(request.Query["limit"], out var users) ? users : UsersByDefault;
        }

        var body = await JsonSerializer.DeserializeAsync(request.Body, PlainJson.Default.PlainListUsers);
        return body?.Options?.Pagination?.Limit ?? UsersByDefault;
    }
}
