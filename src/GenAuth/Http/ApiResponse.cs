using System.Net;
using System.Text;

namespace GenAuth.Http;

/// <summary>A received answer: its status, the headers that matter, and the whole body (or its beginning, when it is too large).</summary>
internal sealed class ApiResponse
{
    private const int PreviewBytes = 4096;

    private readonly MemoryStream _body;

    public ApiResponse(HttpResponseMessage message, MemoryStream body, bool tooLarge)
    {
        _body = body;
        TooLarge = tooLarge;
        HttpStatusCode = message.StatusCode;
        ContentType = message.Content?.Headers.ContentType?.MediaType;
        RetryAfter = WaitOf(message);
        HeaderRequestId = message.Headers.TryGetValues("x-request-id", out var values) ? values.FirstOrDefault() : null;
        Location = message.Headers.Location;
        FirstCharacter = First();
    }

    public HttpStatusCode HttpStatusCode { get; }

    public bool IsHttpSuccess => (int)HttpStatusCode is >= 200 and < 300;

    public bool IsHttpRedirect => (int)HttpStatusCode is >= 300 and < 400;

    public string? ContentType { get; }

    public TimeSpan? RetryAfter { get; }

    public string? HeaderRequestId { get; }

    public Uri? Location { get; }

    public bool TooLarge { get; }

    /// <summary>The first character that is no white space, or <see langword="null"/> for an empty body.</summary>
    public char? FirstCharacter { get; }

    /// <summary>The body from its beginning; a byte order mark is skipped, invalid bytes become replacement characters.</summary>
    public StreamReader OpenText()
    {
        _body.Position = 0;
        return new StreamReader(_body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
    }

    public GenAuthResponseException Refuse(string operation, GenAuthResponseProblem problem, string explanation, string? requestId = null) =>
        new(operation, problem, explanation, new GenAuthResponseFacts(HttpStatusCode, ContentType, RetryAfter, requestId ?? HeaderRequestId, Preview()));

    private string Preview()
    {
        var end = (int)Math.Min(_body.Length, PreviewBytes);
        var text = new char[Encoding.UTF8.GetMaxCharCount(end)];

        // A decoder that is not flushed leaves out a character that the limit cuts.
        var length = Encoding.UTF8.GetDecoder().GetChars(_body.GetBuffer(), 0, end, text, 0, flush: end == _body.Length);
        return new string(text, 0, length);
    }

    private char? First()
    {
        using var text = OpenText();
        int character;
        do
        {
            character = text.Read();
        }
        while (character is ' ' or '\t' or '\r' or '\n');

        return character < 0 ? null : (char)character;
    }

    private static TimeSpan? WaitOf(HttpResponseMessage message)
    {
        var header = message.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - (message.Headers.Date ?? DateTimeOffset.UtcNow));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
