namespace GenAuth;

/// <summary>
/// A set of named wire values that the service may extend at any time. A value that this version of the SDK does not
/// know is kept as it is instead of failing the response.
/// </summary>
/// <typeparam name="T">The type of the value on the wire.</typeparam>
public interface IExtensibleEnum<out T>
{
    /// <summary>The value as it is on the wire.</summary>
    T Value { get; }

    /// <summary>Whether this version of the SDK knows the value.</summary>
    bool IsKnown { get; }
}
