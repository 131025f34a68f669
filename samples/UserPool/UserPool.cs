using System.Globalization;
using GenAuth;
using GenAuth.Models;
using GenAuth.Testing;

namespace UserPoolSample;

/// <summary>A real user pool when the <c>GENAUTH_</c> variables are set, otherwise an embedded tenant with 120 users.</summary>
internal sealed class UserPool : IAsyncDisposable
{
    private static readonly string[] Variables =
        ["GENAUTH_ACCESS_KEY_ID", "GENAUTH_ACCESS_KEY_SECRET", "GENAUTH_USER_EMAIL", "GENAUTH_ORGANIZATION", "GENAUTH_DEPARTMENT"];

    private static readonly DateTimeOffset Created = new(2026, 1, 1, 8, 30, 0, TimeSpan.Zero);

    private readonly GenAuthTenant? _tenant;
    private readonly CurrentKey? _key;

    /// <summary>The embedded tenant.</summary>
    private UserPool(GenAuthTenant tenant)
    {
        _tenant = tenant;
        _key = new CurrentKey(new AccessKey(tenant.AccessKeyId, tenant.AccessKeySecret));
        Client = tenant.CreateManagementClient(options =>
        {
            options.AccessKeyId = string.Empty;
            options.AccessKeySecret = string.Empty;
            options.AccessKeyProvider = _key;
        });
        (Email, Organization, Department) = ("user7@example.com", "example", "sales");
        Description = $"embedded, at {tenant.AppHost} (for a real one set {string.Join(", ", Variables)})";
    }

    /// <summary>A real user pool.</summary>
    private UserPool(string[] values)
    {
        var client = new ManagementClient(new ManagementClientOptions
        {
            AccessKeyId = values[0],
            AccessKeySecret = values[1],
            Host = Environment.GetEnvironmentVariable("GENAUTH_HOST"),
        });
        Client = client;
        (Email, Organization, Department) = (values[2], values[3], values[4]);
        Description = client.ToString();
    }

    public IManagementClient Client { get; }

    public string Description { get; }

    /// <summary>The e-mail address of a user.</summary>
    public string Email { get; }

    /// <summary>The code of an organization.</summary>
    public string Organization { get; }

    /// <summary>The ID of a department.</summary>
    public string Department { get; }

    /// <exception cref="InvalidOperationException">Some of the variables are set, but not all.</exception>
    public static async Task<UserPool> OpenAsync()
    {
        string[] values = [.. Variables.Select(name => Environment.GetEnvironmentVariable(name) ?? string.Empty)];
        string[] missing = [.. Variables.Where((_, index) => values[index].Length == 0)];
        return missing.Length == 0 ? new UserPool(values)
            : missing.Length == Variables.Length ? await EmbeddedAsync()
            : throw new InvalidOperationException($"{string.Join(", ", missing)} is not set. Set all of {string.Join(", ", Variables)}, or none.");
    }

    /// <summary>Replaces the access key, at the service and in the provider.</summary>
    /// <returns>False for a real pool, where the console does it.</returns>
    public bool RotateKey()
    {
        if (_tenant is null || _key is null)
        {
            return false;
        }

        _key.Value = new AccessKey(_tenant.AccessKeyId, _tenant.RotateAccessKey());
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_tenant is not null)
        {
            await _tenant.DisposeAsync();
        }
    }

    private static async Task<UserPool> EmbeddedAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        for (var number = 1; number <= 120; number++)
        {
            tenant.AddUser(new UserDto
            {
                UserId = number.ToString("x24", CultureInfo.InvariantCulture),
                Email = $"user{number}@example.com",
                Nickname = $"Number {number}",
                Status = UserStatus.Activated,
                DepartmentIds = [number % 3 == 0 ? "research" : "sales"],
                CreatedAt = Created.AddDays(number),
                UpdatedAt = Created.AddDays(number),
            });
        }

        return new UserPool(tenant);
    }

    /// <summary>A real program reads the key from its vault, and caches it for a while.</summary>
    private sealed class CurrentKey(AccessKey key) : IAccessKeyProvider
    {
        public volatile AccessKey Value = key;

        public ValueTask<AccessKey> GetAccessKeyAsync(CancellationToken cancellationToken) => new(Value);
    }
}
