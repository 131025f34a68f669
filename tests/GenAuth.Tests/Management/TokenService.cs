using System.Net;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>A service that issues the tokens <c>token-1</c>, <c>token-2</c>, … and takes those that were not revoked.</summary>
internal sealed class TokenService
{
    private readonly HashSet<string> _revoked = [];
    private int _issued;

    public TokenService() => Handler = new Service(AnswerAsync);

    public const string TokenPath = "/api/v3/get-management-token";

    public Service Handler { get; }

    /// <summary>What <c>expires_in</c> is, as JSON.</summary>
    public string Life { get; set; } = "7200";

    /// <summary>The HTTP status of a refusal; the body says 401 in any case.</summary>
    public HttpStatusCode RefusalStatus { get; set; } = HttpStatusCode.OK;

    /// <summary>The body of the next answers to an exchange, in place of a token.</summary>
    public string? ExchangeAnswer { get; set; }

    /// <summary>What an exchange waits for before its answer.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Exchanges => Handler.Paths.Count(path => path == TokenPath);

    /// <summary>The tokens of the calls, in order.</summary>
    public IEnumerable<string?> TokensUsed => Handler.Sent.Where(sent => sent.Uri.AbsolutePath != TokenPath).Select(sent => sent.Header("Authorization")?["Bearer ".Length..]);

    public void Revoke(string token)
    {
        lock (_revoked)
        {
            _revoked.Add(token);
        }
    }

    private async Task<HttpResponseMessage> AnswerAsync(SentRequest request)
    {
        if (request.Uri.AbsolutePath == TokenPath)
        {
            await Gate;
            return Service.Answer(ExchangeAnswer ?? $$$"""{"statusCode":200,"data":{"access_token":"token-{{{Interlocked.Increment(ref _issued)}}}","expires_in":{{{Life}}} }}""");
        }

        lock (_revoked)
        {
            return _revoked.Contains(request.Header("Authorization")!["Bearer ".Length..])
                ? Service.Answer("""{"statusCode":401,"message":"No."}""", RefusalStatus)
                : Service.Answer("""{"statusCode":200,"data":{}}""");
        }
    }
}
