using System.Net;
using System.Text;

namespace GenAuth.Maintain.Import.Input;

/// <summary>
/// Downloads a document with https, within limits of time, size and redirects. The certificate must be valid. Plain http is
/// allowed for the local machine only, because a document could be modified in transit.
/// </summary>
internal static class Download
{
    // The two published documents have a few million bytes in total.
    public const int SizeLimit = 64 * 1024 * 1024;

    private const int RedirectLimit = 5;

    public static async Task<string> ReadAsync(string address, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsAllowed(uri))
        {
            throw new UsageException($"{address}: only https addresses, and http addresses of the local machine, can be read. Use https, or download the document and name the file.");
        }

        try
        {
            using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false };
            using var client = new HttpClient(handler) { Timeout = timeLimit, MaxResponseContentBufferSize = SizeLimit };
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            using var response = await FollowAsync(client, address, uri, cancellationToken);
            return response.IsSuccessStatusCode
                ? Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : throw new UsageException($"{address}: the server responded with {(int)response.StatusCode} {response.ReasonPhrase}. Correct the address, or download the document and name the file.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UsageException($"{address}: no complete response within {timeLimit.TotalSeconds:0.#} s. Try again with a longer --timeout, or download the document and name the file.");
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new UsageException($"{address}: the response is larger than {SizeLimit / 1024 / 1024} MB, more than any document of the service. Correct the address.");
        }
        catch (HttpRequestException exception)
        {
            throw new UsageException($"{address}: cannot be downloaded: {exception.Message} Correct the address, or download the document and name the file.");
        }
    }

    private static async Task<HttpResponseMessage> FollowAsync(HttpClient client, string address, Uri uri, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            var response = await client.GetAsync(uri, cancellationToken);
            if ((int)response.StatusCode is < 300 or > 399 || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            var next = new Uri(uri, location);
            if (redirects == RedirectLimit)
            {
                throw new UsageException($"{address}: the server redirected more than {RedirectLimit} times. Correct the address, or download the document and name the file.");
            }

            // A redirect from a remote server to the local machine, or from https to http, is refused as an attack.
            uri = IsAllowed(next) && (next.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
                ? next
                : throw new UsageException($"{address}: the server redirected to {next.GetLeftPart(UriPartial.Authority)}, which is not an https address. Correct the address, or download the document and name the file.");
        }
    }

    private static bool IsAllowed(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}
