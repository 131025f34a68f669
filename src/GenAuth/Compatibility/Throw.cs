namespace GenAuth.Compatibility;

/// <summary>Argument checks for all target frameworks.</summary>
internal static class Throw
{
    public static void IfNull(object? value, string parameterName)
    {
        if (value is null)
        {
            throw new ArgumentNullException(parameterName);
        }
    }

    public static void IfBlank(string? value, string parameterName, string remedy)
    {
        IfNull(value, parameterName);
        if (string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException($"{parameterName} is empty. {remedy}", parameterName);
        }
    }

    /// <summary>Throws one exception that states all problems, so that they can be fixed at once.</summary>
    public static void IfAny(IEnumerable<string> problems, string parameterName)
    {
        var message = string.Join(" ", problems);
        if (message.Length > 0)
        {
            throw new ArgumentException(message, parameterName);
        }
    }
}
