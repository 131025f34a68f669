namespace GenAuth.Testing.Service;

/// <summary>The validated, immutable copy of a tenant's options.</summary>
internal sealed class TenantSettings
{
    private TenantSettings(GenAuthTenantOptions options)
    {
        AppId = options.AppId;
        AppSecret = options.AppSecret;
        AlipayConnection = options.AlipayConnection;
        TokenEndPointAuthMethod = options.TokenEndPointAuthMethod;
        Edition = options.Edition;
        AlipaySignType = options.AlipaySignType;
        AccessTokenLifetimeSeconds = (long)options.AccessTokenLifetime.TotalSeconds;
        TimeProvider = options.TimeProvider;
    }

    public string AppId { get; }

    public string AppSecret { get; }

    public string AlipayConnection { get; }

    public TokenEndPointAuthMethod TokenEndPointAuthMethod { get; }

    public Edition Edition { get; }

    public AlipaySignType AlipaySignType { get; }

    public long AccessTokenLifetimeSeconds { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>The header that names the application.</summary>
    public string AppIdHeader => Edition == Edition.Authing ? "x-authing-app-id" : "x-genauth-app-id";

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static TenantSettings From(GenAuthTenantOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? new TenantSettings(options) : throw new ArgumentException(string.Join(" ", problems), nameof(options));
    }

    private static IEnumerable<string> Problems(GenAuthTenantOptions options) => new[]
    {
        !string.IsNullOrEmpty(options.AppId) && options.AppId.All(character => character is > ' ' and <= '~' and not ':')
            ? null
            : "AppId is empty or holds a blank, a colon or a character outside ASCII, which a header cannot carry. Choose another, or leave the default.",
        string.IsNullOrWhiteSpace(options.AppSecret) ? "AppSecret is blank. Set one, or leave the random default." : null,
        string.IsNullOrWhiteSpace(options.AlipayConnection) ? "AlipayConnection is blank. Set an identifier, or leave the default." : null,
        Enum.IsDefined(options.TokenEndPointAuthMethod) ? null : "TokenEndPointAuthMethod is none of its values. Use ClientSecretPost, ClientSecretBasic or None.",
        Enum.IsDefined(options.Edition) ? null : "Edition is none of its values. Use GenAuth or Authing.",
        Enum.IsDefined(options.AlipaySignType) ? null : "AlipaySignType is none of its values. Use Rsa2 or Rsa.",
        options.AccessTokenLifetime >= TimeSpan.FromSeconds(1) && options.AccessTokenLifetime <= TimeSpan.FromDays(36500)
            ? null
            : "AccessTokenLifetime must be at least a second and at most a hundred years.",
        options.TimeProvider is null ? "TimeProvider is null. Leave TimeProvider.System." : null,
    }.OfType<string>();
}
