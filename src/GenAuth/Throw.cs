namespace GenAuth;

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
}
