using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace GenAuth.Tests.Support;

/// <summary>A service without a network whose answers the test decides, one by one; for many callers at once.</summary>
internal sealed class Service(Func<SentRequest, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    public Service(Func<SentRequest, string> answer)
        : this(request => Task.FromResult(Answer(answer(request))))
    {
    }

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    /// <summary>The paths of what was sent.</summary>
    public IEnumerable<string> Paths => Sent.Select(sent => sent.Uri.AbsolutePath);

    public static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string? Value)[] headers)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            answer.Headers.TryAddWithoutValidation(name, value);
        }

        return answer;
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
        return await answer(sent).WaitAsync(cancellationToken);
    }
}
