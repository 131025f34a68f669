namespace GenAuth.Serialization;

/// <summary>The types whose members are read and written by generated code.</summary>
internal static class ModelTypes
{
    /// <summary>
    /// Whether all members are known to generated code. A type that a program derives has members that only reflection finds,
    /// and of their abstract base there is no object.
    /// </summary>
    public static bool Includes(Type type) =>
        typeof(ExtensibleObject).IsAssignableFrom(type) && type.Assembly == typeof(ExtensibleObject).Assembly && !type.IsAbstract;
}
