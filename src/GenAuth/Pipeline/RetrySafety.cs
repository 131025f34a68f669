namespace GenAuth.Pipeline;

/// <summary>What sending a request a second time does at the service, as the document states it (<c>x-retry</c>).</summary>
internal enum RetrySafety
{
    /// <summary>It has a second effect, or uses up something that works once.</summary>
    Never,

    /// <summary>It leaves the state that the first request left.</summary>
    Idempotent,

    /// <summary>It changes nothing.</summary>
    Read,
}
