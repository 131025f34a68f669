using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

/// <summary>A management client without the SDK: the test decides what it signs and sends.</summary>
internal sealed class ForeignClient(GenAuthTenant tenant)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Headers besides those of every signature; the text that is signed has them trimmed.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public string? ContentType { get; init; } = "application/json";

    /// <param name="method">The verb.</param>
    /// <param name="target">Path and query as they are sent.</param>
    /// <param name="resource">Path and parameters as they are signed; <see langword="null"/> sends no signature.</param>
    /// <param name="body">The body, if any.</param>
    public async Task<ForeignResponse> SendAsync(string method, string target, string? resource, byte[]? body = null)
    {
        var address = new Uri(tenant.AppHost + target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        var headers = new SortedDictionary<string, string>(Headers, StringComparer.Ordinal)
        {
            ["date"] = DateTimeOffset.UtcNow.ToString("R"),
            ["x-genauth-signature-method"] = "HMAC-SHA1",
            ["x-genauth-signature-nonce"] = Guid.NewGuid().ToString("N"),
            ["x-genauth-signature-version"] = "1.0",
        };
        foreach (var header in headers)
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (resource is not null)
        {
            var text = method + "\n" + string.Concat(headers.Select(header => $"{header.Key}:{header.Value.Replace('\t', ' ').Trim()}\n")) + resource;
            // CA5350: the protocol knows this algorithm only.
#pragma warning disable CA5350
            var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(tenant.AccessKeySecret), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
            request.Headers.Authorization = new AuthenticationHeaderValue("GenAuth", tenant.AccessKeyId + ":" + Convert.ToBase64String(signature));
        }

        using var response = await Http.SendAsync(request);
        return new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync());
    }

    public Task<ForeignResponse> SendAsync(string method, string target, string? resource, string body) =>
        SendAsync(method, target, resource, Encoding.UTF8.GetBytes(body));
}

internal sealed record ForeignResponse(HttpStatusCode HttpStatusCode, string? MediaType, string Text)
{
    /// <summary>The envelope, which every response below <c>/api</c> has.</summary>
    public JsonObject Envelope
    {
        get
        {
            Assert.Equal("application/json", MediaType);
            var envelope = JsonNode.Parse(Text)!.AsObject();
            Assert.False(string.IsNullOrWhiteSpace(envelope.Message()));
            Assert.NotEqual(Guid.Empty, Guid.Parse((string)envelope["requestId"]!));
            return envelope;
        }
    }
}
