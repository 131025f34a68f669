namespace GenAuth.Authorization.Token;

/// <summary>Why a cached management token is ignored. The names are logged and documented in <c>docs/observability.md</c>.</summary>
internal enum SharedTokenRejection
{
    /// <summary>No client with this access key and these settings wrote the entry, or it was changed or truncated since.</summary>
    NotAuthentic,

    /// <summary>The entry is authentic, but its content is not what this version writes.</summary>
    Malformed,

    /// <summary>The token has expired, by the entry or by its own <c>exp</c> claim.</summary>
    Expired,

    /// <summary>The token was issued later than this machine's clock shows: one of the two clocks is wrong.</summary>
    IssuedInTheFuture,
}
