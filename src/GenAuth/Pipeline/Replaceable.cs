namespace GenAuth.Pipeline;

/// <summary>A value that is replaced as a whole while other threads read it. A client and its views share one.</summary>
internal sealed class Replaceable<T>(T value)
    where T : class
{
    private volatile T _value = value;

    public T Value
    {
        get => _value;
        set => _value = value;
    }
}
