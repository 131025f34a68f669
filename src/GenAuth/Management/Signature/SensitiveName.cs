namespace GenAuth.Management;

/// <summary>Tells by its name whether a value could be secret. Rather hides one too many.</summary>
internal static class SensitiveName
{
    private static readonly string[] Parts = ["PASSWORD", "PASSWD", "PWD", "SECRET", "TOKEN", "CODE", "CREDENTIAL", "PRIVATEKEY", "APIKEY"];

    public static bool Includes(string name)
    {
        var plain = name.Replace("_", string.Empty).Replace("-", string.Empty).ToUpperInvariant();
        return Parts.Any(plain.Contains);
    }
}
