using System.Collections.Concurrent;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>Leads a browser through sign-in and consent, as far as its request needs them.</summary>
internal sealed class SignInFlow(TenantSettings settings, TenantStore store, BrowserCookies cookies)
{
    private readonly ConcurrentDictionary<string, Interaction> _interactions = new(StringComparer.Ordinal);

    /// <summary>Completes the request at once, or shows the first page.</summary>
    public TenantResponse Start(GenAuthTenantRequest request, ISignInRequest signIn)
    {
        var session = GetSession(request);
        if (session is not null && !signIn.RequiresPassword(session) && !signIn.AsksForAccount && signIn.GetScopesForConsent(session).Count == 0)
        {
            return signIn.Complete(session);
        }

        var interaction = new Interaction(Secrets.CreateHex(32), Secrets.CreateHex(32), signIn);
        _interactions[interaction.Key] = interaction;
        return BrowserCookies.SetInteraction(ProviderResponse.Redirect(interaction.Path), interaction);
    }

    /// <summary>The session of a browser, if its user can still sign in.</summary>
    public Session? GetSession(GenAuthTenantRequest request) =>
        cookies.GetSession(request) is { } id && store.Sessions.Find(id) is { } session && store.Users.Find(session.UserId) is { IsActive: true } ? session : null;

    public Session CreateSession(string userId)
    {
        var session = new Session(Secrets.CreateHex(32), userId, settings.TimeProvider.GetUtcNow());
        store.Sessions.Add(session);
        return session;
    }

    /// <summary>Handles a request below <see cref="Interaction.PathPrefix"/>, or returns <see langword="null"/> if no page has this path.</summary>
    public TenantResponse? Handle(GenAuthTenantRequest request)
    {
        if (!request.Path.StartsWith(Interaction.PathPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = request.Path[Interaction.PathPrefix.Length..].Split('/');
        Func<GenAuthTenantRequest, Interaction, TenantResponse>? step = (request.Method, parts) switch
        {
            ("GET", [_]) => Show,
            ("POST", [_, "login"]) => SignIn,
            ("POST", [_, "confirm"]) => Consent,
            ("POST", [_, "abort"]) => Abort,
            _ => null,
        };
        return step is null ? null
            : !_interactions.TryGetValue(parts[0], out var interaction) || !Secrets.AreEqual(BrowserCookies.GetInteraction(request), interaction.Secret)
                ? Html.ErrorPage("interaction_not_found", "This sign-in has ended, or was started in another browser. Go back to the application and start again.")
                : step(request, interaction);
    }

    public void Clear() => _interactions.Clear();

    private TenantResponse Show(GenAuthTenantRequest request, Interaction interaction)
    {
        // Another tab may have signed in meanwhile.
        var session = interaction.Session ?? GetSession(request);
        if (session is null || (interaction.Session is null && (interaction.Request.RequiresPassword(session) || interaction.Request.AsksForAccount)))
        {
            var canContinue = session is not null && !interaction.Request.RequiresPassword(session);
            return SignInPage.Create(interaction, canContinue ? store.Users.Find(session!.UserId) : null, interaction.Request.LoginHint, null, HasPasswords());
        }

        var scopes = interaction.HasConsented ? [] : interaction.Request.GetScopesForConsent(session);
        return scopes.Count > 0
            ? ConsentPage.Create(interaction, store.Users.Find(session.UserId), scopes)
            : Finish(interaction, () => interaction.Request.Complete(session));
    }

    private TenantResponse SignIn(GenAuthTenantRequest request, Interaction interaction)
    {
        var form = RequestParameters.ReadForm(request);
        if (form["continue"] is not null && GetSession(request) is { } session && !interaction.Request.RequiresPassword(session))
        {
            return Continue(interaction with { Session = session });
        }

        var account = form["account"]?.Trim() ?? string.Empty;
        var user = store.Users.FindByAccount(account);
        var problem = user?.Password is not { } password || !Secrets.AreEqual(form["password"], password) ? "The account or the password is wrong."
            : !user.IsActive ? "This account is locked or no longer in use."
            : null;
        if (problem is not null)
        {
            return SignInPage.Create(interaction, null, account, problem, HasPasswords());
        }

        // A new ID at each sign-in prevents session fixation: an attacker cannot set a known ID before the sign-in.
        var started = CreateSession(user!.Id);
        if (cookies.GetSession(request) is { } replaced)
        {
            store.Sessions.Remove(replaced);
        }

        return cookies.SetSession(Continue(interaction with { Session = started }), started.Id);
    }

    private TenantResponse Consent(GenAuthTenantRequest request, Interaction interaction)
    {
        if ((interaction.Session ?? GetSession(request)) is not { } session)
        {
            return ProviderResponse.Redirect(interaction.Path);
        }

        store.Sessions.Consent(session.UserId, interaction.Request.GetScopesForConsent(session));
        return Continue(interaction with { HasConsented = true });
    }

    private TenantResponse Abort(GenAuthTenantRequest request, Interaction interaction) =>
        Finish(interaction, () => interaction.Request.Fail("access_denied", "The user canceled the sign-in or refused the consent."));

    /// <summary>Goes on with the next page, which a reload can show again.</summary>
    private TenantResponse Continue(Interaction interaction)
    {
        _interactions[interaction.Key] = interaction;
        return ProviderResponse.Redirect(interaction.Path);
    }

    /// <summary>Ends the visit. Of several requests at the same time, one returns to the application.</summary>
    private TenantResponse Finish(Interaction interaction, Func<TenantResponse> leave) =>
        _interactions.TryRemove(interaction.Key, out _) ? leave() : Html.ErrorPage("interaction_not_found", "This sign-in has ended already.");

    private bool HasPasswords() => store.Users.All.Any(user => user.Password is not null);
}
