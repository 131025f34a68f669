using System.Text;
using GenAuth.Soak.Plan;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Soak.Stub;

/// <summary>The responses of a faulty service or network.</summary>
internal static class FaultyResponse
{
    private const int Pieces = 8;

    public static Task SendAsync(HttpContext context, CallPlan plan, int number)
    {
        var text = CallPlan.TextOf(number);
        var good = StubResponses.GetBody(plan.Operation, number);
        return plan.Fault switch
        {
            Fault.Reset => RawResponse.ResetAsync(context, "HTTP/1.1 2"),
            Fault.Closed => RawResponse.SendAsync(context, string.Empty),
            Fault.TruncatedBody => RawResponse.SendAsync(context, Head($"Content-Length: {Encoding.UTF8.GetByteCount(good)}") + good[..(good.Length / 2)]),
            Fault.MalformedChunk => RawResponse.SendAsync(context, Head("Transfer-Encoding: chunked") + $"5\r\n{good[..5]}\r\nzz\r\n"),
            Fault.Garbage => RawResponse.SendAsync(context, "220 mail.example.com ready\r\n\r\n"),
            Fault.RateLimited => RateLimitedAsync(context, text),
            Fault.Unavailable => UnavailableAsync(context),
            Fault.ServerError => StubResponses.SendAsync(context, StubResponses.Envelope(text, 500, "null")),
            Fault.NotFound => StubResponses.SendAsync(context, StubResponses.Envelope(text, 404, "null")),
            Fault.RefusedToken => StubResponses.SendAsync(context, StubResponses.Envelope(text, 401, "null")),
            Fault.Late => LateAsync(context, good),
            Fault.Stalled => StalledAsync(context, good),
            Fault.Dribble => DribbleAsync(context, good),
            Fault.Empty => StubResponses.SendAsync(context, string.Empty),
            Fault.GatewayPage => PageAsync(context, StatusCodes.Status200OK),
            Fault.CutJson => StubResponses.SendAsync(context, good[..^2]),
            Fault.WrongType => StubResponses.SendAsync(context, StubResponses.Envelope(text, 200, "17")),
            Fault.NoStatusCode => StubResponses.SendAsync(context, $$"""{"requestId":"{{text}}","data":{} }"""),
            Fault.Oversize => StubResponses.SendAsync(context, good + new string(' ', Limits.MaxResponseBytes)),
            Fault.RedirectAway => Redirect(context, StatusCodes.Status302Found, "http://elsewhere.example/"),
            Fault.RedirectHome => Redirect(context, StatusCodes.Status307TemporaryRedirect,
                context.Request.Path + context.Request.QueryString.Add(StubResponses.Home, "1").ToUriComponent()),
            _ => throw new InvalidOperationException($"{plan.Fault} is not made."),
        };
    }

    public static Task UnavailableAsync(HttpContext context) => PageAsync(context, StatusCodes.Status503ServiceUnavailable);

    private static string Head(string header) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{header}\r\n\r\n";

    private static async Task PageAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        await context.Response.WriteAsync("<html><body><h1>nginx</h1></body></html>", context.RequestAborted);
    }

    private static Task RateLimitedAsync(HttpContext context, string text)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = "1";
        return StubResponses.SendAsync(context, StubResponses.Envelope(text, 429, "null"));
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private static async Task LateAsync(HttpContext context, string good)
    {
        await RawResponse.LeftAsync(context, Limits.Attempt + TimeSpan.FromSeconds(1));
        await StubResponses.SendAsync(context, good);
    }

    private static async Task StalledAsync(HttpContext context, string good)
    {
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(good);
        await context.Response.WriteAsync(good[..(good.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await RawResponse.LeftAsync(context, Timeout.InfiniteTimeSpan);
    }

    private static async Task DribbleAsync(HttpContext context, string good)
    {
        context.Response.Headers.ContentType = "application/json";
        foreach (var piece in good.Chunk((good.Length / Pieces) + 1))
        {
            await context.Response.WriteAsync(new string(piece), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(40), context.RequestAborted);
        }
    }
}
