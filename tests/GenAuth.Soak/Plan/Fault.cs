namespace GenAuth.Soak.Plan;

/// <summary>What the stub does to a call in place of a plain answer.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection is reset in the middle of the answer's head.</summary>
    Reset,

    /// <summary>The connection is closed in good order before anything was answered.</summary>
    Closed,

    /// <summary>The connection is closed in good order in the middle of the body.</summary>
    TruncatedBody,

    /// <summary>The length of a chunk is no number.</summary>
    MalformedChunk,

    /// <summary>What comes back is not HTTP.</summary>
    Garbage,

    /// <summary>HTTP 429 with <c>Retry-After: 1</c>.</summary>
    RateLimited,

    /// <summary>HTTP 503 with a page of a gateway.</summary>
    Unavailable,

    /// <summary>HTTP 200, whose body says 500.</summary>
    ServerError,

    /// <summary>HTTP 200, whose body says 404.</summary>
    NotFound,

    /// <summary>The answer comes when the attempt's time is over.</summary>
    Late,

    /// <summary>The body stops in the middle, and the connection stays open.</summary>
    Stalled,

    /// <summary>The answer comes in small pieces, in time.</summary>
    Dribble,

    /// <summary>HTTP 200 without a body.</summary>
    Empty,

    /// <summary>HTTP 200 with HTML.</summary>
    GatewayPage,

    /// <summary>The JSON ends early, though HTTP is in order.</summary>
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
