namespace GenAuth.Soak.Plan;

/// <summary>How a call ended.</summary>
internal enum Outcome
{
    Success,
    Connection,
    AttemptTimeout,
    CallTimeout,
    RateLimited,
    Unavailable,
    ServerError,
    NotFound,
    Unauthorized,
    Empty,
    NotJson,
    Malformed,
    WrongType,
    NoStatusCode,
    TooLarge,
    Redirect,
    Cancelled,

    /// <summary>Another exception than those of the SDK.</summary>
    Other,
}
