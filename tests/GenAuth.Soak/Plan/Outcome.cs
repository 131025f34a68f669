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

    /// <summary>In none of the ways that a call may end.</summary>
    Other,
}
