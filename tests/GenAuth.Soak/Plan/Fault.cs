namespace GenAuth.Soak.Plan;

/// <summary>The faults of the stub.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection is reset in the middle of the response's head.</summary>
    Reset,

    /// <summary>The connection is closed gracefully without a response.</summary>
    Closed,

    /// <summary>The connection is closed gracefully in the middle of the body.</summary>
    TruncatedBody,

    /// <summary>The length of a chunk is not a number.</summary>
    MalformedChunk,

    /// <summary>The response is not HTTP.</summary>
    Garbage,

    /// <summary>HTTP 429 with <c>Retry-After: 1</c>.</summary>
    RateLimited,

    /// <summary>HTTP 503 with a page of a gateway.</summary>
    Unavailable,

    /// <summary>HTTP 200 with <c>statusCode</c> 500.</summary>
    ServerError,

    /// <summary>HTTP 200 with <c>statusCode</c> 404.</summary>
    NotFound,

    /// <summary>The response arrives after the time limit of the attempt.</summary>
    Late,

    /// <summary>The body stops in the middle, and the connection stays open.</summary>
    Stalled,

    /// <summary>The response arrives in small pieces within the time limit.</summary>
    Dribble,

    /// <summary>HTTP 200 without a body.</summary>
    Empty,

    /// <summary>HTTP 200 with HTML.</summary>
    GatewayPage,

    /// <summary>The JSON is truncated although the HTTP message is complete.</summary>
    CutJson,

    /// <summary>JSON, whose <c>data</c> is of another type.</summary>
    WrongType,

    /// <summary>JSON without a <c>statusCode</c>.</summary>
    NoStatusCode,

    /// <summary>A body above the client's limit.</summary>
    Oversize,

    /// <summary>HTTP 302 to another host.</summary>
    RedirectAway,

    /// <summary>HTTP 307 to another address of the same host.</summary>
    RedirectHome,

    /// <summary>The management token is refused.</summary>
    RefusedToken,
}
