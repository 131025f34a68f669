namespace AlipayLogin;

/// <summary>The environment holds settings that the sample cannot run with.</summary>
internal sealed class SettingsException(string message, Exception? innerException = null) : Exception(message, innerException);
