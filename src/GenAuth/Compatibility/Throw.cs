namespace GenAuth.Compatibility;

/// <summary>Argument checks that every target framework has.</summary>
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

    /// <summary>Names everything that is wrong at once, so that nobody mends one thing only to learn of the next.</summary>
    public static void IfAny(IEnumerable<string> problems, string parameterName)
    {
        var message = string.Join(" ", problems);
        if (message.Length > 0)
        {
            throw new ArgumentException(message, parameterName);
        }
    }
}
