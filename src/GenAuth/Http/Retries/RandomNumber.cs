namespace GenAuth.Http;

/// <summary>Random numbers for waits, where nobody gains anything by guessing them.</summary>
internal static class RandomNumber
{
#if NETSTANDARD2_0
    private static readonly Random Source = new();

    /// <summary>From 0 up to 1.</summary>
    public static double Next()
    {
        lock (Source)
        {
            return Source.NextDouble();
        }
    }
#else
    /// <summary>From 0 up to 1.</summary>
    public static double Next() => Random.Shared.NextDouble();
#endif
}
