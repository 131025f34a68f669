namespace GenAuth.Soak.Plan;

/// <summary>What a call brings as its <see cref="RequestOptions"/>.</summary>
internal enum OwnOptions
{
    None,
    NoRetries,
    MoreRetries,
    Refusing,
    ShortTimeout,
    Header,
}
