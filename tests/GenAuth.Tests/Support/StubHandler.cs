using System.Net;
using System.Text;

namespace GenAuth.Tests.Support;

/// <summary>Returns one response without a network and records the requests.</summary>
internal sealed class StubHandler(
    string response = StubHandler.Success, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/json") : HttpMessageHandler
{
    public const string Success = """{"statusCode":200,"message":"Success","data":{"authInfo":"a=b","access_token":"t","token_type":"bearer","expire_in":1}}""";

    /// <summary>The minimal documented response of an operation.</summary>
    public const string AuthInfo = """{"statusCode":200,"message":"Success","data":{"authInfo":"a=b"}}""";

    private readonly List<SentRequest> _sent = [];

    public IReadOnlyList<SentRequest> Sent => _sent;

    /// <summary>The only request.</summary>
    public SentRequest Only => Assert.Single(_sent);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        _sent.Add(new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body));
        return new HttpResponseMessage(status) { Content = new StringContent(response, Encoding.UTF8, contentType) };
    }
}

internal sealed record SentRequest(HttpMethod Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
