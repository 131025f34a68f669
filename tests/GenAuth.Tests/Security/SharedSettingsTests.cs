using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Security;

public sealed class SharedSettingsTests
{
    private static readonly Dictionary<string, object> Values = new()
    {
        [nameof(GenAuthClientOptions.AllowInsecureHttp)] = true,
        [nameof(GenAuthClientOptions.Edition)] = Edition.Authing,
        [nameof(GenAuthClientOptions.Language)] = "en-US",
        [nameof(GenAuthClientOptions.TenantId)] = "tenant-1",
        [nameof(GenAuthClientOptions.Timeout)] = TimeSpan.FromSeconds(3),
        [nameof(GenAuthClientOptions.AttemptTimeout)] = TimeSpan.FromSeconds(2),
        [nameof(GenAuthClientOptions.Retry)] = new RetryOptions(),
        [nameof(GenAuthClientOptions.Tls)] = new TlsOptions(),
        [nameof(GenAuthClientOptions.MaxResponseBytes)] = 5L,
        [nameof(GenAuthClientOptions.MaxResponseValues)] = 6,
        [nameof(GenAuthClientOptions.ResponseValidation)] = ResponseValidation.Strict,
        [nameof(GenAuthClientOptions.LoggerFactory)] = NullLoggerFactory.Instance,
        [nameof(GenAuthClientOptions.LogBodies)] = true,
        [nameof(GenAuthClientOptions.SchemaDriftObserver)] = new NoObserver(),
        [nameof(GenAuthClientOptions.TimeProvider)] = new FakeTimeProvider(),
    };

    [Fact]
    public void Options_of_another_client_get_each_setting_that_all_clients_have()
    {
        var (from, to) = (new ManagementClientOptions(), new AuthenticationClientOptions());
        var properties = typeof(GenAuthClientOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Assert.Equal(Values.Keys.Order(), properties.Select(property => property.Name).Order());
        Array.ForEach(properties, property => property.SetValue(from, Values[property.Name]));

        from.CopyTo(to);

        Assert.All(properties, property => Assert.Equal(Values[property.Name], property.GetValue(to)));
    }

    private sealed class NoObserver : ISchemaDriftObserver
    {
        public void OnDrift(SchemaDrift drift)
        {
        }
    }
}
