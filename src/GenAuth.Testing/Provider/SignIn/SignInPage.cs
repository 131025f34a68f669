using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>The page with the fields for account and password.</summary>
internal static class SignInPage
{
    /// <param name="interaction">The visit.</param>
    /// <param name="current">The signed-in user, if the browser may go on with that account.</param>
    /// <param name="account">What the first field contains.</param>
    /// <param name="problem">Why the last attempt failed, or <see langword="null"/>.</param>
    /// <param name="hasPasswords">False if no user of the tenant has a password.</param>
    public static TenantResponse Create(Interaction interaction, StoredUser? current, string? account, string? problem, bool hasPasswords)
    {
        var alert = problem is null ? string.Empty : $"<p class=\"error\" role=\"alert\" id=\"problem\">{Html.Encode(problem)}</p>\n";
        var described = problem is null ? string.Empty : " aria-invalid=\"true\" aria-describedby=\"problem\"";
        var hint = hasPasswords ? string.Empty : "<p class=\"soft\">No user of this tenant has a password. Add one with <code>tenant.AddUser(user, password)</code>.</p>\n";
        var (focusAccount, focusPassword) = string.IsNullOrEmpty(account) ? (" autofocus", "") : ("", " autofocus");
        return Html.Page(
            "Sign in",
            $"""
            <p class="soft">to continue to {Html.Encode(DescribeApplication(interaction.Request.ReturnUri))}</p>
            {alert}{hint}{CreateContinueForm(interaction, current)}<form method="post" action="{interaction.Path}/login">
            <label for="account">User name, e-mail address or phone number</label>
            <input id="account" name="account" value="{Html.Encode(account ?? string.Empty)}" autocomplete="username" autocapitalize="none" spellcheck="false" required{described}{focusAccount}>
            <label for="password">Password</label>
            <input id="password" name="password" type="password" autocomplete="current-password" required{described}{focusPassword}>
            <button type="submit" id="sign-in">Sign in</button>
            </form>
            <form method="post" action="{interaction.Path}/abort">
            <button type="submit" id="cancel" class="plain">Cancel</button>
            </form>
            """);
    }

    /// <summary>The host of the application's address, or all of an address without one.</summary>
    public static string DescribeApplication(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Authority.Length > 0 ? parsed.Authority : uri;

    private static string CreateContinueForm(Interaction interaction, StoredUser? current) => current is null ? string.Empty
        : $"""
        <form method="post" action="{interaction.Path}/login">
        <input type="hidden" name="continue" value="1">
        <button type="submit" id="continue">Continue as {Html.Encode(GetName(current))}</button>
        </form>
        <p class="soft">or use another account:</p>

        """;

    public static string GetName(StoredUser user) =>
        new[] { user.Profile.Name, user.Profile.Nickname, user.Profile.Username, user.Profile.Email, user.Profile.Phone }.FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? user.Id;
}
