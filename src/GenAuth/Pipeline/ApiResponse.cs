using System.Net;
using System.Text;
using GenAuth.Responses;
using GenAuth.Serialization;

namespace GenAuth.Pipeline;

/// <summary>A received response: status, headers, and the complete body, or its beginning if it is too large.</summary>
internal readonly struct ApiResponse(HttpResponseMessage response, ResponseBody body, ReadLimits limits = default)
{
    private const int PreviewBytes = 4096;

    public HttpStatusCode HttpStatusCode => response.StatusCode;

    public bool IsHttpSuccess => (int)HttpStatusCode is >= 200 and < 300;

    public bool IsHttpRedirect => (int)HttpStatusCode is >= 300 and < 400;

    public string? HeaderRequestId => ResponseHeaders.GetRequestId(response);

    public Uri? Location => response.Headers.Location;

    /// <summary>The <c>WWW-Authenticate</c> header, which states the error of a request with a token.</summary>
    public string Challenge => response.Headers.WwwAuthenticate.ToString();

    public TimeSpan? RetryAfter => ResponseHeaders.GetRetryAfter(response);

    public bool IsTooLarge => body.IsTooLarge;

    /// <summary>The number of bytes that were read. If the body is too large, this is the limit.</summary>
    public int Length => body.Length;

    public string? UnknownCharset => body.UnknownCharset;

    /// <summary>The limits of the JSON reader.</summary>
    public ReadLimits Limits => limits;

    /// <summary>The body in UTF-8.</summary>
    public ReadOnlySpan<byte> Body => body.Bytes;

    /// <summary>The first byte that is not white space, or <see langword="null"/> for an empty body.</summary>
    public byte? GetFirstByte()
    {
        foreach (var value in WireText.WithoutMark(Body))
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Copies status and headers, so that they can be used after the response is disposed.</summary>
    public GenAuthResponseInfo GetInfo(string? requestId, int attempts) => new(response, requestId, attempts);

    public GenAuthInvalidResponseException CreateException(string operation, GenAuthResponseProblem problem, string explanation, string? requestId = null) =>
        new(operation, problem, explanation, new InvalidResponseDetails(HttpStatusCode, response.Content?.Headers.ContentType?.MediaType, RetryAfter, requestId ?? HeaderRequestId, GetPreview()));

    private string GetPreview()
    {
        var bytes = body.Bytes;
        var end = Math.Min(bytes.Length, PreviewBytes);
        var text = new char[Encoding.UTF8.GetMaxCharCount(end)];

        // Without flush, the decoder omits a character that is truncated by the limit.
        var length = Encoding.UTF8.GetDecoder().GetChars(bytes.Slice(0, end).ToArray(), 0, end, text, 0, flush: end == bytes.Length);
        return new string(text, 0, length);
    }
}
