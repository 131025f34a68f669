using System.Globalization;
using GenAuth;
using GenAuth.Models;
using GenAuth.Testing;

namespace UserPoolSample;

/// <summary>A real user pool, when <c>GENAUTH_ACCESS_KEY_ID</c> and <c>GENAUTH_ACCESS_KEY_SECRET</c> are set, otherwise an embedded tenant with 120 users.</summary>
internal sealed class UserPool : IAsyncDisposable
{
    private const string IdVariable = "GENAUTH_ACCESS_KEY_ID";
    private const string SecretVariable = "GENAUTH_ACCESS_KEY_SECRET";
    private const string HostVariable = "GENAUTH_HOST";

    private static readonly DateTimeOffset Created = new(2026, 1, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly GenAuthTenant? _tenant;

    private UserPool(IManagementClient client, string description, GenAuthTenant? tenant)
    {
        Client = client;
        Description = description;
        _tenant = tenant;
    }

    public IManagementClient Client { get; }

    public string Description { get; }

    /// <exception cref="InvalidOperationException">Only one of the two variables is set.</exception>
    public static async Task<UserPool> OpenAsync()
    {
        var id = Environment.GetEnvironmentVariable(IdVariable);
        var secret = Environment.GetEnvironmentVariable(SecretVariable);
        if (string.IsNullOrEmpty(id) != string.IsNullOrEmpty(secret))
        {
            throw new InvalidOperationException($"{(string.IsNullOrEmpty(id) ? IdVariable : SecretVariable)} is not set. Set both {IdVariable} and {SecretVariable}, or neither.");
        }

        return string.IsNullOrEmpty(id) ? await EmbeddedAsync() : Real(id, secret!);
    }

    public async ValueTask DisposeAsync()
    {
        if (_tenant is not null)
        {
            await _tenant.DisposeAsync();
        }
    }

    private static UserPool Real(string id, string secret)
    {
        var client = new ManagementClient(new ManagementClientOptions
        {
            AccessKeyId = id,
            AccessKeySecret = secret,
            Host = Environment.GetEnvironmentVariable(HostVariable),
        });
        return new UserPool(client, client.ToString(), null);
    }

    private static async Task<UserPool> EmbeddedAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        for (var number = 1; number <= 120; number++)
        {
            tenant.AddUser(new UserDto
            {
                UserId = number.ToString("x24", CultureInfo.InvariantCulture),
                Status = UserStatus.Activated,
                CreatedAt = Created,
                UpdatedAt = Created,
            });
        }

        return new UserPool(tenant.CreateManagementClient(), $"embedded, at {tenant.AppHost} (for a real one set {IdVariable} and {SecretVariable})", tenant);
    }
}
