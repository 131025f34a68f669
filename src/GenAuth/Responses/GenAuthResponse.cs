namespace GenAuth;

/// <summary>What an operation returned, with what surrounded the answer.</summary>
/// <typeparam name="T">What the operation returns.</typeparam>
public sealed class GenAuthResponse<T>
{
    /// <summary>Puts the two together. Make one for a test of your own.</summary>
    /// <param name="value">What the operation returned.</param>
    /// <param name="response">What surrounded it.</param>
    public GenAuthResponse(T value, GenAuthResponseInfo response)
    {
        Value = value;
        Response = response;
    }

    /// <summary>What the operation returned.</summary>
    public T Value { get; }

    /// <summary>HTTP status, headers and what is read from them.</summary>
    public GenAuthResponseInfo Response { get; }

    /// <summary>Takes the two apart, for a declaration of two variables at once.</summary>
    /// <param name="value">What the operation returned.</param>
    /// <param name="response">What surrounded it.</param>
    public void Deconstruct(out T value, out GenAuthResponseInfo response) => (value, response) = (Value, Response);

    /// <summary>The type's name only: the values may be secret.</summary>
    public override string ToString() => nameof(GenAuthResponse<T>);
}
