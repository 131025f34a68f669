using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using GenAuth.Benchmarks.Contestants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GenAuth.Benchmarks.Stub;

/// <summary>Kestrel on a free port of this machine. Answers from memory, so that the clients' work is what is seen.</summary>
internal static class StubServer
{
    private const int UsersByDefault = 50;

    private static readonly ConcurrentDictionary<int, byte[]> Pages = new();

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());

        // The parent holds the other end; it closes however the parent ends.
        await Console.In.ReadToEndAsync();
        return 0;
    }

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
