using System.Security.Cryptography;
using GenAuth;
using GenAuth.Models;
using GenAuth.Testing;

namespace AlipayLogin;

/// <summary>The tenant that the sample talks to: one inside this process, or a real one that the environment names.</summary>
internal sealed class Tenant : IAsyncDisposable
{
    /// <summary>The three settings that a real tenant needs.</summary>
    private const string HostVariable = "GENAUTH_APP_HOST";
    private const string AppIdVariable = "GENAUTH_APP_ID";
    private const string ConnectionVariable = "GENAUTH_CONNECTION";

    /// <summary>Optional: the application's secret. Without it the application counts as public.</summary>
    private const string SecretVariable = "GENAUTH_APP_SECRET";

    /// <summary>Optional: a code that the Alipay app returned just now.</summary>
    public const string CodeVariable = "GENAUTH_ALIPAY_CODE";

    /// <summary>Optional: the path of a PEM file with the public key that was uploaded to Alipay.</summary>
    public const string KeyVariable = "GENAUTH_ALIPAY_PUBLIC_KEY";

    private readonly GenAuthTenant? _embedded;

    private Tenant(GenAuthTenant embedded)
    {
        _embedded = embedded;
        Client = embedded.CreateClient();
        Connection = embedded.AlipayConnection;
        AlipayPublicKey = embedded.CreateAlipayPublicKey();
        AlipayCode = embedded.IssueAlipayCode();
        Description = $"embedded, at {embedded.AppHost} (for a real one set {HostVariable}, {AppIdVariable} and {ConnectionVariable})";
        FailureDescription = "the tenant is configured to return 403 with apiCode 2333";
    }

    private Tenant(AuthenticationClientOptions options, string connection)
    {
        // This is how a program of your own makes its client: once, for all users and for as long as it runs.
        Client = new AuthenticationClient(options);
        Connection = connection;
        AlipayPublicKey = ReadPublicKey();
        AlipayCode = Read(CodeVariable);
        Description = $"{options.AppHost}, connection {connection}";
        FailureDescription = "the request names a connection that does not exist";
    }

    public IAuthenticationClient Client { get; }

    public string Connection { get; }

    /// <summary>The key that the parameter string is signed for, where it is known.</summary>
    public RSA? AlipayPublicKey { get; }

    public string? AlipayCode { get; }

    public string Description { get; }

    public string FailureDescription { get; }

    public static async Task<Tenant> OpenAsync()
    {
        var missing = new[] { HostVariable, AppIdVariable, ConnectionVariable }.Where(name => Read(name) is null).ToList();
        return missing.Count switch
        {
            0 => OpenReal(),
            3 => new Tenant(await GenAuthTenant.StartAsync()),
            _ => throw new SettingsException(
                $"Not set: {string.Join(", ", missing)}. A real tenant needs {HostVariable}, {AppIdVariable} and {ConnectionVariable}; set all three, or none for the embedded tenant."),
        };
    }

    /// <summary>A call that is going to be refused.</summary>
    public Task ProvokeFailureAsync()
    {
        _embedded?.FailNext(403, ApiCode.InvalidCredentials);
        return Client.GetAlipayAuthInfoAsync(_embedded is null ? $"no-such-connection-{Guid.NewGuid():N}" : Connection);
    }

    public async ValueTask DisposeAsync()
    {
        AlipayPublicKey?.Dispose();
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }

    private static Tenant OpenReal()
    {
        var secret = Read(SecretVariable);
        var options = new AuthenticationClientOptions
        {
            AppHost = Read(HostVariable)!,
            AppId = Read(AppIdVariable)!,
            AppSecret = secret,
            TokenEndpointAuthMethod = secret is null ? TokenEndpointAuthMethod.None : TokenEndpointAuthMethod.ClientSecretPost,
        };
        try
        {
            return new Tenant(options, Read(ConnectionVariable)!);
        }
        catch (ArgumentException exception)
        {
            throw new SettingsException(exception.Message, exception);
        }
    }

    private static RSA? ReadPublicKey()
    {
        if (Read(KeyVariable) is not { } path)
        {
            return null;
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new SettingsException($"{KeyVariable} has to be the path of a PEM file with an RSA public key; that file is missing, not readable, or something else.", exception);
        }
    }

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
