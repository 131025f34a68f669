namespace GenAuth.Maintain;

/// <summary>An input that cannot be used. The message names it and the remedy; nothing has been changed.</summary>
internal sealed class UsageException(string message) : Exception(message);
