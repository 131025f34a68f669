namespace GenAuth.Maintain;

/// <summary>How a command ends.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It did its work, and found something that has to be looked at.</summary>
    public const int Findings = 1;

    /// <summary>It could not do its work: the input is unusable.</summary>
    public const int Unusable = 2;
}
