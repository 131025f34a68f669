using GenAuth.OpenIdConnect.Validation;

namespace GenAuth.OpenIdConnect.SignIn;

/// <summary>Decides the <c>prompt</c> parameter from the wishes of the caller and the scopes.</summary>
internal static class PromptRules
{
    /// <exception cref="ArgumentException">The wishes contradict each other.</exception>
    public static string? GetPrompt(AuthorizationRequestOptions options, IReadOnlyCollection<string> scopes)
    {
        var prompts = ScopeList.Split(options.Prompt).ToList();
        if (options.ForceSignIn && !prompts.Contains("login"))
        {
            prompts.Insert(0, "login");
        }

        if (scopes.Contains("offline_access") && !prompts.Contains("consent"))
        {
            prompts.Add("consent");
        }

        return prompts.Contains("none") && prompts.Count > 1
            ? throw new ArgumentException("Prompt is none, but ForceSignIn, another prompt or the scope offline_access needs the user. Remove one of them.", nameof(options))
            : prompts.Count == 0 ? null : string.Join(" ", prompts);
    }
}
