namespace GenAuth.AspNetCore.Sessions;

/// <summary>What became of a session whose tokens were to be renewed.</summary>
/// <param name="Session">The session, with new tokens or with the old ones; <see langword="null"/> if it has ended.</param>
/// <param name="Failure">Why the tokens could not be renewed for now, or <see langword="null"/>.</param>
internal readonly record struct RenewalResult(Session? Session, GenAuthException? Failure = null);
