namespace GenAuth;

/// <summary>What an operation returned, with what surrounded the answer.</summary>
/// <typeparam name="T">What the operation returns.</typeparam>
/// <param name="value">What the operation returned.</param>
/// <param name="response">What surrounded it.</param>
public sealed class GenAuthResponse<T>(T value, GenAuthResponseInfo response)
{
    /// <summary>What the operation returned.</summary>
    public T Value { get; } = value;

    /// <summary>HTTP status, headers and what is read from them.</summary>
    public GenAuthResponseInfo Response { get; } = response;

    /// <summary>Takes the two apart: <c>var (value, response) = …</c>.</summary>
    /// <param name="value">What the operation returned.</param>
    /// <param name="response">What surrounded it.</param>
    public void Deconstruct(out T value, out GenAuthResponseInfo response) => (value, response) = (Value, Response);

    /// <summary>The type's name only: the values may be secret.</summary>
    public override string ToString() => nameof(GenAuthResponse<T>);
}
