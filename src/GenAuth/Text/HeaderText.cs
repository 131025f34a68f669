namespace GenAuth.Text;

/// <summary>Decides what may stand in a header: printable ASCII, so that no value can start another header.</summary>
internal static class HeaderText
{
    /// <summary>The problem with a value, or <see langword="null"/>. Never repeats the value, which may be a secret.</summary>
    public static string? Problem(string? value, string setting) => value is null || IsFrom(' ', value)
        ? null
        : $"{setting} holds a line break or another character that a header cannot carry. Use printable ASCII characters only.";

    /// <summary>The problem with the value of any header, or <see langword="null"/>. A tab separates words there as a blank does.</summary>
    public static string? ValueProblem(string value, string setting) => Problem(value.Replace('\t', ' '), setting);

    /// <summary>The problem with a secret from the console, or <see langword="null"/>. A blank or line break comes along when it is copied.</summary>
    public static string? SecretProblem(string? secret, string setting) => secret is null || (secret.Length > 0 && IsFrom('!', secret))
        ? null
        : $"{setting} is empty, or holds a blank, a line break or another character that a secret never has. Copy it from the console again.";

    /// <summary>The problem with an access token, or <see langword="null"/>.</summary>
    public static string? TokenProblem(string? token, string setting)
    {
        if (token is not null && token.Length > 0 && IsFrom('!', token))
        {
            return null;
        }

        return token is null ? null : $"{setting} is empty or holds a blank or line break. Pass the token alone, without the word Bearer.";
    }

    /// <summary>Whether there is nothing but ASCII from a character on, up to the last that is printed.</summary>
    private static bool IsFrom(char first, string text)
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
