using System.Net.Http.Headers;

namespace GenAuth.Conformance;

/// <summary>
/// A handler below the SDK: tells the stub the operation, records requests and responses, and damages
/// requests in the self-check of the conformance test.
/// </summary>
internal sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    public string Operation { get; set; } = string.Empty;

    public string Variant { get; set; } = string.Empty;

    public int Round { get; set; }

    public string? Plant { get; set; }

    public Action<HttpRequestMessage>? Spoil { get; set; }

    public Uri? SentUri { get; private set; }

    public string? SentBody { get; private set; }

    public string? Received { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("x-conformance-operation", Operation);
        request.Headers.Add("x-conformance-variant", Variant);
        request.Headers.Add("x-conformance-round", Round.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Plant is not null)
        {
            request.Headers.Add("x-conformance-plant", Plant);
        }

        Spoil?.Invoke(request);

        SentUri = request.RequestUri;
        SentBody = request.Content?.Headers.ContentType is MediaTypeHeaderValue { MediaType: "application/json" }
            ? await request.Content.ReadAsStringAsync(cancellationToken)
            : null;
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        Received = await response.Content.ReadAsStringAsync(cancellationToken);
        return response;
    }
}
