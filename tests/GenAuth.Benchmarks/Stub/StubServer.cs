using System.Collections.Concurrent;
using System.Text.Json;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Benchmarks.Stub;

/// <summary>Answers from memory, so that the clients' work is what is seen.</summary>
internal static class StubServer
{
    public const string Command = "serve";

    private const int UsersByDefault = 50;

    private static readonly ConcurrentDictionary<int, byte[]> Pages = new();

    /// <summary>On the second core.</summary>
    public static StubProcess Start() => StubProcess.Start(start => Pinning.Start(core: 1, start), Command);

    public static Task<int> RunAsync() => StubHost.RunAsync(AnswerAsync);

    private static async Task AnswerAsync(HttpContext context)
    {
        var answer = context.Request.Path.Value switch
        {
            Contestant.AuthInfoPath => Answers.AuthInfo,
            Contestant.UsersPath => Pages.GetOrAdd(await UsersAsync(context.Request), Answers.Page),
            _ => null,
        };
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer);
    }

    /// <summary>How many users are wanted: <c>options.pagination.limit</c> of the body, or <c>limit</c> of the query.</summary>
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
