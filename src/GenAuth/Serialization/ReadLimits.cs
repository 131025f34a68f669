namespace GenAuth.Serialization;

/// <summary>Bounds the reading of one response. The default has no bounds but the depth, and is lenient.</summary>
/// <param name="MaxValues">The most JSON values of a body; 0 stands for any number.</param>
/// <param name="IsStrict">Whether a member of another type than the documented one fails the reading.</param>
/// <param name="CancellationToken">Ends the reading: the call's time is up, or the caller has cancelled.</param>
internal readonly record struct ReadLimits(int MaxValues = 0, bool IsStrict = false, CancellationToken CancellationToken = default);
