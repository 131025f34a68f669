namespace GenAuth.Json;

/// <summary>Bounds the reading of one response. The default has no bounds but the depth.</summary>
/// <param name="MaxValues">The most JSON values of a body; 0 stands for any number.</param>
/// <param name="CancellationToken">Ends the reading: the call's time is up, or the caller has cancelled.</param>
internal readonly record struct ReadLimits(int MaxValues = 0, CancellationToken CancellationToken = default);
