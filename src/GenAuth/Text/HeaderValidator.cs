namespace GenAuth.Text;

/// <summary>Validates header values: they must be printable ASCII, so that no value can start another header.</summary>
internal static class HeaderValidator
{
    /// <summary>The problem with a value, or <see langword="null"/>. The text does not contain the value, which may be a secret.</summary>
    public static string? GetProblem(string? value, string setting) => value is null || IsAscii(' ', value)
        ? null
        : $"{setting} holds a line break or another character that a header cannot carry. Use printable ASCII characters only.";

    /// <summary>The problem with the value of a caller's header, or <see langword="null"/>. Tabs are allowed, as in HTTP.</summary>
    public static string? GetValueProblem(string value, string setting) => GetProblem(value.Replace('\t', ' '), setting);

    /// <summary>The problem with a secret, or <see langword="null"/>. Blanks and line breaks are a frequent mistake when copying from the console.</summary>
    public static string? GetSecretProblem(string? secret, string setting) => secret is null || (secret.Length > 0 && IsAscii('!', secret))
        ? null
        : $"{setting} is empty, or holds a blank, a line break or another character that a secret never has. Copy it from the console again.";

    /// <summary>The problem with an access token, or <see langword="null"/>.</summary>
    public static string? GetTokenProblem(string? token, string setting) => token is null || (token.Length > 0 && IsAscii('!', token))
        ? null
        : $"{setting} is empty or holds a blank or line break. Pass the token alone, without the word Bearer.";

    /// <summary>True if all characters are between <paramref name="first"/> and the last printable ASCII character.</summary>
    private static bool IsAscii(char first, string text)
    {
        foreach (var character in text)
        {
            if (character < first || character > '~')
            {
                return false;
            }
        }

        return true;
    }
}
