using System.Globalization;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.Credentials;

/// <summary>No call fails while keys are replaced under load.</summary>
public sealed class RotationTests
{
    private const int Keys = 20;
    private const int Callers = 16;
    private const int CallsPerKey = 50;

    private readonly KeyService _service = new("1");

    [Fact]
    public Task Key_of_a_provider_can_end_at_once() => RotateWithProviderAsync(ManagementAuthorizationMethod.Signature, (old, _) => _service.Remove(Name(old)));

    [Fact]
    public Task Key_of_a_provider_that_is_exchanged_for_a_token_can_end_with_the_calls_that_started_with_it() =>
        RotateWithProviderAsync(ManagementAuthorizationMethod.ManagementToken, (_, older) => _service.Remove(Name(older)));

    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Key_of_configuration_can_end_with_the_calls_that_started_with_it(ManagementAuthorizationMethod method)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AccessKeyId"] = Name(1),
            ["AccessKeySecret"] = KeyProvider.Key(Name(1)).Secret,
            ["AuthorizationMethod"] = method.ToString(),
            ["Retry:MaxRetries"] = "0",
        }).Build();
        var services = new ServiceCollection();
        services.AddGenAuthManagement(configuration).ConfigurePrimaryHttpMessageHandler(() => _service.Handler);
        await using var provider = services.BuildServiceProvider();

        await CallWhileKeysChangeAsync(provider.GetRequiredService<ManagementClient>(), old =>
        {
            _service.Remove(Name(old - 1));
            _service.Add(Name(old + 1));
            configuration["AccessKeyId"] = Name(old + 1);
            configuration["AccessKeySecret"] = KeyProvider.Key(Name(old + 1)).Secret;
            configuration.Reload();
        });

        Assert.Equal(Name(Keys), _service.KeysUsed.Last());
    }

    private async Task RotateWithProviderAsync(ManagementAuthorizationMethod method, Action<int, int> end)
    {
        var current = KeyProvider.Key(Name(1));
        var client = ManagementClients.Create(_service.Handler, options =>
        {
            (options.AccessKeyId, options.AccessKeySecret, options.AuthorizationMethod) = ("", "", method);
            options.AccessKeyProvider = new KeyProvider((_, _) => new(Volatile.Read(ref current)));
        });

        await CallWhileKeysChangeAsync(client, old =>
        {
            _service.Add(Name(old + 1));
            Volatile.Write(ref current, KeyProvider.Key(Name(old + 1)));
            end(old, old - 1);
        });

        Assert.True(_service.KeysUsed.Distinct().Count() > 1);
    }

    /// <summary>Makes calls with many callers at once, and changes the key after every few of them. A call sees at most one change.</summary>
    private static async Task CallWhileKeysChangeAsync(ManagementClient client, Action<int> change)
    {
        var state = new object();
        var started = new int[Keys + 1];
        var (key, made) = (1, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var isLast = false; !isLast;)
            {
                int mine;
                lock (state)
                {
                    mine = key;
                    started[mine]++;
                    isLast = key == Keys;
                }

                await client.CallAsync();
                await Task.Yield();
                lock (state)
                {
                    started[mine]--;
                    if (++made >= CallsPerKey && key < Keys && started.Take(key).Sum() == 0)
                    {
                        change(key);
                        key++;
                        made = 0;
                    }
                }
            }
        })));
    }

    private static string Name(int key) => key.ToString(CultureInfo.InvariantCulture);
}
