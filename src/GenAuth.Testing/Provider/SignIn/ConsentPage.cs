using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>The page on which the user allows an application to read what the scopes reveal.</summary>
internal static class ConsentPage
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        [UserClaims.OpenId] = "know who you are",
        [UserClaims.OfflineAccess] = "have access while you are away",
        ["profile"] = "read your profile",
        ["email"] = "read your e-mail address",
        ["phone"] = "read your phone number",
        ["address"] = "read your address",
        ["username"] = "read your user name",
        ["role"] = "read your role",
        ["roles"] = "read your roles",
    };

    public static TenantResponse Create(Interaction interaction, StoredUser? user, IReadOnlyList<string> scopes)
    {
        var items = string.Join('\n', scopes.Select(scope => $"<li>{Html.Encode(Descriptions.GetValueOrDefault(scope, scope))}</li>"));
        return Html.Page(
            "Allow access?",
            $"""
            <p class="soft">Signed in as {Html.Encode(user is null ? string.Empty : SignInPage.GetName(user))}</p>
            <p>{Html.Encode(SignInPage.DescribeApplication(interaction.Request.ReturnUri))} would like to:</p>
            <ul>
            {items}
            </ul>
            <form method="post" action="{interaction.Path}/confirm">
            <button type="submit" id="allow">Allow</button>
            </form>
            <form method="post" action="{interaction.Path}/abort">
            <button type="submit" id="deny" class="plain">Deny</button>
            </form>
            """);
    }
}
