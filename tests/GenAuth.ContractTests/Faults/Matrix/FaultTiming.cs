namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>When the bytes of a fault are sent. The limit is that of one attempt.</summary>
internal static class FaultTiming
{
    public const string AtOnce = "at once";

    /// <summary>One by one, in time.</summary>
    public const string Dribbled = "byte by byte";

    /// <summary>One by one; the limit passes after half of them.</summary>
    public const string TooSlow = "byte by byte, past the limit";

    /// <summary>The first one is sent after the limit.</summary>
    public const string Late = "after the limit";

    /// <summary>The timings of a fault: a fault without bytes cannot be slow.</summary>
    public static string[] GetAll(Fault fault) => fault.HasBytes ? [AtOnce, Dribbled, TooSlow, Late] : [AtOnce, Late];
}
