using System.Net;
using System.Text;

namespace GenAuth.Maintain.Import.Input;

/// <summary>Fetches a document, within limits. The certificate must be valid.</summary>
internal static class Download
{
    // The two published documents together have a few million bytes.
    public const int SizeLimit = 64 * 1024 * 1024;

    public static async Task<string> ReadAsync(string address, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
        {
            throw new UsageException($"{address}: only http and https addresses can be read. Download the document, and name the file.");
        }

        try
        {
            using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
            using var client = new HttpClient(handler) { Timeout = timeLimit, MaxResponseContentBufferSize = SizeLimit };
            client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            using var response = await client.GetAsync(uri, cancellationToken);
            return response.IsSuccessStatusCode
                ? Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : throw new UsageException($"{address}: the server answered {(int)response.StatusCode} {response.ReasonPhrase}. Correct the address, or download the document and name the file.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UsageException($"{address}: no complete answer within {timeLimit.TotalSeconds:0.#} s. Try again with a longer --timeout, or download the document and name the file.");
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new UsageException($"{address}: the answer is larger than {SizeLimit / 1024 / 1024} MB, which no document of the service is. Correct the address.");
        }
        catch (HttpRequestException exception)
        {
            throw new UsageException($"{address}: cannot be fetched: {exception.Message} Correct the address, or download the document and name the file.");
        }
    }
}
