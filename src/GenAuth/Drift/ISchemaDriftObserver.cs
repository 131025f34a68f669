namespace GenAuth;

/// <summary>
/// Is told when answers differ from the API document that this version of the SDK was made from: a sign that the service has
/// moved on, and that an update of the SDK may be due.
/// </summary>
public interface ISchemaDriftObserver
{
    /// <summary>
    /// Called once for each difference of an answer, however many items of a list have it, before the call returns or throws.
    /// Several threads may call at once. What it throws does not reach the caller: it is logged as a warning, by its type.
    /// </summary>
    /// <param name="drift">Where the answer differs.</param>
    void OnDrift(SchemaDrift drift);
}
