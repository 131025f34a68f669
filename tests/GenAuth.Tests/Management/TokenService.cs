using System.Net;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

/// <summary>A service that issues the tokens <c>token-1</c>, <c>token-2</c>, … and accepts those that were not revoked.</summary>
internal sealed class TokenService
{
    private readonly HashSet<string> _revoked = [];
    private int _issued;

    public TokenService() => Handler = new Service(RespondAsync);

    public const string TokenPath = "/api/v3/get-management-token";

    public Service Handler { get; }

    /// <summary>The JSON of <c>expires_in</c>.</summary>
    public string Life { get; set; } = "7200";

    /// <summary>The HTTP status of a response to a revoked token; its statusCode is always 401.</summary>
    public HttpStatusCode ErrorStatus { get; set; } = HttpStatusCode.OK;

    /// <summary>The body of the next token exchanges instead of a token.</summary>
    public string? ExchangeResponse { get; set; }

    /// <summary>Delays the response of an exchange.</summary>
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

    private async Task<HttpResponseMessage> RespondAsync(SentRequest request)
    {
        if (request.Uri.AbsolutePath == TokenPath)
        {
            await Gate;
            return Service.CreateResponse(ExchangeResponse ?? $$$"""{"statusCode":200,"data":{"access_token":"token-{{{Interlocked.Increment(ref _issued)}}}","expires_in":{{{Life}}} }}""");
        }

        lock (_revoked)
        {
            return _revoked.Contains(request.Header("Authorization")!["Bearer ".Length..])
                ? Service.CreateResponse("""{"statusCode":401,"message":"No."}""", ErrorStatus)
                : Service.CreateResponse("""{"statusCode":200,"data":{}}""");
        }
    }
}
