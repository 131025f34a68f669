namespace GenAuth.Maintain.Reference;

/// <summary>A refusal that an operation's description speaks of.</summary>
/// <param name="Exception">The exception that its kind becomes.</param>
/// <param name="When">The words of the document.</param>
/// <param name="Codes">The codes that the document names.</param>
internal sealed record ExpectedError(string Exception, string When, IReadOnlyList<int> Codes);
