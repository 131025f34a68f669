namespace GenAuth.Http;

/// <summary>What sending a request once more does at the service, as the document says it (<c>x-retry</c>).</summary>
internal enum Repeatability
{
    /// <summary>It would be done twice, or uses up something that is good for one time.</summary>
    Never,

    /// <summary>It leaves the service as one time does.</summary>
    Idempotent,

    /// <summary>It changes nothing.</summary>
    Read,
}
