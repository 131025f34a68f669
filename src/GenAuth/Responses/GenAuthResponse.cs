namespace GenAuth;

/// <summary>The result of an operation, with the metadata of its HTTP response.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class GenAuthResponse<T>
{
    /// <summary>Creates an instance. Public, so that tests can use it.</summary>
    /// <param name="value">The result of the operation.</param>
    /// <param name="response">Status and headers of the HTTP response.</param>
    public GenAuthResponse(T value, GenAuthResponseInfo response)
    {
        Value = value;
        Response = response;
    }

    /// <summary>The result of the operation.</summary>
    public T Value { get; }

    /// <summary>Status and headers of the HTTP response.</summary>
    public GenAuthResponseInfo Response { get; }

    /// <summary>Deconstructs the instance into result and metadata.</summary>
    /// <param name="value">The result of the operation.</param>
    /// <param name="response">Status and headers of the HTTP response.</param>
    public void Deconstruct(out T value, out GenAuthResponseInfo response) => (value, response) = (Value, Response);

    /// <summary>Returns the type's name only, because the values may be secret.</summary>
    public override string ToString() => nameof(GenAuthResponse<T>);
}
