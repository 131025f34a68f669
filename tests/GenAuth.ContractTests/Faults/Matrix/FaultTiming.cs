namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>When the bytes of a fault come. The limit is that of one attempt.</summary>
internal static class FaultTiming
{
    public const string AtOnce = "at once";

    /// <summary>One by one, in time.</summary>
    public const string Dribbled = "byte by byte";

    /// <summary>One by one, and the limit passes when half of them are there.</summary>
    public const string TooSlow = "byte by byte, past the limit";

    /// <summary>The first comes when the limit has passed.</summary>
    public const string Late = "after the limit";

    /// <summary>Those that a fault can have: what sends no byte cannot send it slowly.</summary>
    public static string[] Of(Fault fault) => fault.HasBytes ? [AtOnce, Dribbled, TooSlow, Late] : [AtOnce, Late];
}
