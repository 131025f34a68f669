using System.Net;
using System.Text;
using GenAuth.Responses;
using GenAuth.Serialization;

namespace GenAuth.Pipeline;

/// <summary>A received answer: its status, the headers that matter, and the whole body (or its beginning, when it is too large).</summary>
internal readonly struct ApiResponse(HttpResponseMessage message, ResponseBody body, ReadLimits limits = default)
{
    private const int PreviewBytes = 4096;

    public HttpStatusCode HttpStatusCode => message.StatusCode;

    public bool IsHttpSuccess => (int)HttpStatusCode is >= 200 and < 300;

    public bool IsHttpRedirect => (int)HttpStatusCode is >= 300 and < 400;

    public string? HeaderRequestId => ResponseHeaders.RequestId(message);

    public Uri? Location => message.Headers.Location;

    public TimeSpan? RetryAfter => ResponseHeaders.RetryAfter(message);

    public bool IsTooLarge => body.IsTooLarge;

    /// <summary>How many bytes of the body were read: the limit, when it is too large.</summary>
    public int Length => body.Length;

    public string? UnknownCharset => body.UnknownCharset;

    /// <summary>What bounds the reading of the body.</summary>
    public ReadLimits Limits => limits;

    /// <summary>The body in UTF-8.</summary>
    public ReadOnlySpan<byte> Body => body.Bytes;

    /// <summary>The first byte that is no white space, or <see langword="null"/> for an empty body.</summary>
    public byte? FirstByte()
    {
        foreach (var one in WireText.WithoutMark(Body))
        {
            if (one is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>What surrounds the body, which outlasts the answer.</summary>
    public GenAuthResponseInfo Describe(string? requestId, int attempts) => new(message, requestId, attempts);

    public GenAuthInvalidResponseException Refuse(string operation, GenAuthResponseProblem problem, string explanation, string? requestId = null) =>
        new(operation, problem, explanation, new GenAuthResponseFacts(HttpStatusCode, message.Content?.Headers.ContentType?.MediaType, RetryAfter, requestId ?? HeaderRequestId, Preview()));

    private string Preview()
    {
        var bytes = body.Bytes;
        var end = Math.Min(bytes.Length, PreviewBytes);
        var text = new char[Encoding.UTF8.GetMaxCharCount(end)];

        // A decoder that is not flushed leaves out a character that the limit cuts.
        var length = Encoding.UTF8.GetDecoder().GetChars(bytes.Slice(0, end).ToArray(), 0, end, text, 0, flush: end == bytes.Length);
        return new string(text, 0, length);
    }
}
