using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace GenAuth.Tests.Support;

/// <summary>A service without a network whose responses the test decides; safe for concurrent callers.</summary>
internal sealed class Service(Func<SentRequest, Task<HttpResponseMessage>> response) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    public Service(Func<SentRequest, string> response)
        : this(request => Task.FromResult(CreateResponse(response(request))))
    {
    }

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    /// <summary>The paths of the requests.</summary>
    public IEnumerable<string> Paths => Sent.Select(sent => sent.Uri.AbsolutePath);

    public static HttpResponseMessage CreateResponse(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string? Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method,
            request.RequestUri!,
            request.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body);
        _sent.Enqueue(sent);
        return await response(sent).WaitAsync(cancellationToken);
    }
}
