using GenAuth.Testing.Provider.Protocol;

namespace GenAuth.Testing.Service;

/// <summary>The validated, immutable copy of a tenant's options.</summary>
internal sealed class TenantSettings
{
    private TenantSettings(GenAuthTenantOptions options)
    {
        AppId = options.AppId;
        AppSecret = options.AppSecret;
        AccessKeyId = options.AccessKeyId;
        AccessKeySecret = options.AccessKeySecret;
        AlipayConnection = options.AlipayConnection;
        TokenEndpointAuthMethod = options.TokenEndpointAuthMethod;
        Edition = options.Edition;
        AlipaySignType = options.AlipaySignType;
        SigningAlgorithm = options.SigningAlgorithm;
        RedirectUris = new RedirectUris([.. options.RedirectUris]);
        PostLogoutRedirectUris = new RedirectUris([.. options.PostLogoutRedirectUris]);
        CustomScopes = [.. options.CustomScopes];
        AccessAccounts = [.. options.AccessAccounts.Select(account => new AccessAccount(account.Id, account.Secret, [.. account.Scopes], (long)account.TokenLifetime.TotalSeconds))];
        SkipConsent = options.SkipConsent;
        RotateRefreshTokens = options.RotateRefreshTokens;
        AccessTokenLifetimeSeconds = (long)options.AccessTokenLifetime.TotalSeconds;
        IdTokenLifetimeSeconds = (long)(options.IdTokenLifetime ?? options.AccessTokenLifetime).TotalSeconds;
        RefreshTokenLifetimeSeconds = (long)options.RefreshTokenLifetime.TotalSeconds;
        AuthorizationCodeLifetimeSeconds = (long)options.AuthorizationCodeLifetime.TotalSeconds;
        TimeProvider = options.TimeProvider;
    }

    public string AppId { get; }

    public string AppSecret { get; }

    public string AccessKeyId { get; }

    public string AccessKeySecret { get; }

    /// <summary>The ID of the user pool in management tokens.</summary>
    public string UserPoolId { get; } = Secrets.CreateHex(24);

    public string AlipayConnection { get; }

    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; }

    public Edition Edition { get; }

    public AlipaySignType AlipaySignType { get; }

    public GenAuthTenantSigningAlgorithm SigningAlgorithm { get; }

    public RedirectUris RedirectUris { get; }

    public RedirectUris PostLogoutRedirectUris { get; }

    public IReadOnlyList<string> CustomScopes { get; }

    public IReadOnlyList<AccessAccount> AccessAccounts { get; }

    public bool SkipConsent { get; }

    public bool RotateRefreshTokens { get; }

    public long AccessTokenLifetimeSeconds { get; }

    public long IdTokenLifetimeSeconds { get; }

    public long RefreshTokenLifetimeSeconds { get; }

    public long AuthorizationCodeLifetimeSeconds { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>The prefix of the edition's headers.</summary>
    public string HeaderPrefix => Edition == Edition.Authing ? "x-authing-" : "x-genauth-";

    /// <summary>The header with the application's ID.</summary>
    public string AppIdHeader => HeaderPrefix + "app-id";

    /// <summary>The scheme of the Authorization header of a signed request.</summary>
    public string SignatureScheme => Edition == Edition.Authing ? "authing" : "GenAuth";

    /// <exception cref="ArgumentException">Settings are invalid. The message names each of them with its remedy.</exception>
    public static TenantSettings From(GenAuthTenantOptions options)
    {
        var problems = GetProblems(options).ToList();
        return problems.Count == 0 ? new TenantSettings(options) : throw new ArgumentException(string.Join(" ", problems), nameof(options));
    }

    private static IEnumerable<string> GetProblems(GenAuthTenantOptions options) => new[]
    {
        GetIdentifierProblem(options.AppId, nameof(options.AppId)),
        GetIdentifierProblem(options.AccessKeyId, nameof(options.AccessKeyId)),
        GetSecretProblem(options.AccessKeySecret, nameof(options.AccessKeySecret)),
        GetSecretProblem(options.AppSecret, nameof(options.AppSecret)),
        string.IsNullOrWhiteSpace(options.AlipayConnection) ? "AlipayConnection is blank. Set an identifier, or leave the default." : null,
        Enum.IsDefined(options.TokenEndpointAuthMethod) ? null : "TokenEndpointAuthMethod is not a defined value. Use ClientSecretPost, ClientSecretBasic or None.",
        Enum.IsDefined(options.Edition) ? null : "Edition is not a defined value. Use GenAuth or Authing.",
        Enum.IsDefined(options.AlipaySignType) ? null : "AlipaySignType is not a defined value. Use Rsa2 or Rsa.",
        Enum.IsDefined(options.SigningAlgorithm) ? null : "SigningAlgorithm is not a defined value. Use HS256 or RS256.",
        GetUriProblem(options.RedirectUris, nameof(options.RedirectUris)),
        GetUriProblem(options.PostLogoutRedirectUris, nameof(options.PostLogoutRedirectUris)),
        options.CustomScopes.All(IsScope) ? null : "CustomScopes contains a scope that is empty or holds a blank or a character outside ASCII.",
        options.AccessAccounts.All(IsValid) ? null : "AccessAccounts contains an account with an invalid Id, Secret, Scopes or TokenLifetime. Leave the defaults of Id and Secret.",
        GetLifetimeProblem(options.AccessTokenLifetime, nameof(options.AccessTokenLifetime)),
        GetLifetimeProblem(options.IdTokenLifetime ?? options.AccessTokenLifetime, nameof(options.IdTokenLifetime)),
        GetLifetimeProblem(options.RefreshTokenLifetime, nameof(options.RefreshTokenLifetime)),
        GetLifetimeProblem(options.AuthorizationCodeLifetime, nameof(options.AuthorizationCodeLifetime)),
        options.TimeProvider is null ? "TimeProvider is null. Leave TimeProvider.System." : null,
    }.OfType<string>();

    private static string? GetUriProblem(IEnumerable<string> uris, string setting) => uris.All(RedirectUris.IsValid)
        ? null
        : $"{setting} contains a value that is not an absolute address without a fragment. Only an address of this machine can have the port *.";

    private static string? GetLifetimeProblem(TimeSpan lifetime, string setting) => IsLifetime(lifetime)
        ? null
        : $"{setting} must be at least a second and at most a hundred years.";

    private static bool IsLifetime(TimeSpan lifetime) => lifetime >= TimeSpan.FromSeconds(1) && lifetime <= TimeSpan.FromDays(36500);

    private static bool IsScope(string scope) => !string.IsNullOrEmpty(scope) && scope.All(character => character is > ' ' and <= '~');

    private static bool IsValid(GenAuthTenantAccessAccount account) =>
        account is not null && GetIdentifierProblem(account.Id, string.Empty) is null && GetSecretProblem(account.Secret, string.Empty) is null
        && account.Scopes.All(IsScope) && IsLifetime(account.TokenLifetime);

    private static string? GetSecretProblem(string value, string setting) =>
        !string.IsNullOrEmpty(value) && value.All(character => character is > ' ' and <= '~')
            ? null
            : $"{setting} is empty or holds a blank or a character outside ASCII, which a secret never has. Choose another, or leave the default.";

    private static string? GetIdentifierProblem(string value, string setting) =>
        !string.IsNullOrEmpty(value) && value.All(character => character is > ' ' and <= '~' and not ':')
            ? null
            : $"{setting} is empty or holds a blank, a colon or a character outside ASCII, which a header cannot carry. Choose another, or leave the default.";
}
