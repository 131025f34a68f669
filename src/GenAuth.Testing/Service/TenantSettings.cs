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
        AccessTokenLifetimeSeconds = (long)options.AccessTokenLifetime.TotalSeconds;
        TimeProvider = options.TimeProvider;
    }

    public string AppId { get; }

    public string AppSecret { get; }

    public string AccessKeyId { get; }

    public string AccessKeySecret { get; }

    /// <summary>The user pool that management tokens name.</summary>
    public string UserPoolId { get; } = RandomText.Hex(24);

    public string AlipayConnection { get; }

    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; }

    public Edition Edition { get; }

    public AlipaySignType AlipaySignType { get; }

    public long AccessTokenLifetimeSeconds { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>What the headers of the edition begin with.</summary>
    public string HeaderPrefix => Edition == Edition.Authing ? "x-authing-" : "x-genauth-";

    /// <summary>The header that names the application.</summary>
    public string AppIdHeader => HeaderPrefix + "app-id";

    /// <summary>The word before a signature.</summary>
    public string SignatureScheme => Edition == Edition.Authing ? "authing" : "GenAuth";

    /// <exception cref="ArgumentException">Settings are invalid; the message names each with its remedy.</exception>
    public static TenantSettings From(GenAuthTenantOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? new TenantSettings(options) : throw new ArgumentException(string.Join(" ", problems), nameof(options));
    }

    private static IEnumerable<string> Problems(GenAuthTenantOptions options) => new[]
    {
        IdentifierProblem(options.AppId, nameof(options.AppId)),
        IdentifierProblem(options.AccessKeyId, nameof(options.AccessKeyId)),
        SecretProblem(options.AccessKeySecret, nameof(options.AccessKeySecret)),
        SecretProblem(options.AppSecret, nameof(options.AppSecret)),
        string.IsNullOrWhiteSpace(options.AlipayConnection) ? "AlipayConnection is blank. Set an identifier, or leave the default." : null,
        Enum.IsDefined(options.TokenEndpointAuthMethod) ? null : "TokenEndpointAuthMethod is none of its values. Use ClientSecretPost, ClientSecretBasic or None.",
        Enum.IsDefined(options.Edition) ? null : "Edition is none of its values. Use GenAuth or Authing.",
        Enum.IsDefined(options.AlipaySignType) ? null : "AlipaySignType is none of its values. Use Rsa2 or Rsa.",
        options.AccessTokenLifetime >= TimeSpan.FromSeconds(1) && options.AccessTokenLifetime <= TimeSpan.FromDays(36500)
            ? null
            : "AccessTokenLifetime must be at least a second and at most a hundred years.",
        options.TimeProvider is null ? "TimeProvider is null. Leave TimeProvider.System." : null,
    }.OfType<string>();

    private static string? SecretProblem(string value, string setting) =>
        !string.IsNullOrEmpty(value) && value.All(character => character is > ' ' and <= '~')
            ? null
            : $"{setting} is empty or holds a blank or a character outside ASCII, which a secret never has. Choose another, or leave the default.";

    private static string? IdentifierProblem(string value, string setting) =>
        !string.IsNullOrEmpty(value) && value.All(character => character is > ' ' and <= '~' and not ':')
            ? null
            : $"{setting} is empty or holds a blank, a colon or a character outside ASCII, which a header cannot carry. Choose another, or leave the default.";
}
