namespace GenAuth.Soak.Plan;

/// <summary>The <see cref="RequestOptions"/> of a call.</summary>
internal enum OwnOptions
{
    None,
    NoRetries,
    MoreRetries,
    Refusing,
    ShortTimeout,
    Header,
}
