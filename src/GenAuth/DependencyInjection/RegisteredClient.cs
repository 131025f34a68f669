using System.Diagnostics.CodeAnalysis;
using GenAuth.Diagnostics;
using GenAuth.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace GenAuth.DependencyInjection;

/// <summary>
/// A registered client that uses the changes of its options, as an <see cref="IOptionsMonitor{TOptions}"/> reports them. It listens to
/// the monitor's sources itself: the monitor throws in the place of reporting invalid options.
/// </summary>
internal sealed class RegisteredClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions, TClient> : IDisposable
    where TOptions : GenAuthClientOptions
{
    private readonly object _lock = new();
    private readonly IOptionsFactory<TOptions> _factory;
    private readonly string _name;
    private readonly Func<TClient, TOptions, string?> _tryUse;
    private readonly Func<TClient, TransportSettings> _settings;
    private readonly List<IDisposable> _subscriptions;

    /// <param name="provider">The container.</param>
    /// <param name="name">The name of the options.</param>
    /// <param name="create">Creates the client.</param>
    /// <param name="tryUse">Applies other options to the client; returns the problem if that is not possible.</param>
    /// <param name="settings">The current settings of the client.</param>
    /// <exception cref="OptionsValidationException">The options are invalid.</exception>
    public RegisteredClient(
        IServiceProvider provider, string name, Func<TOptions, TClient> create, Func<TClient, TOptions, string?> tryUse, Func<TClient, TransportSettings> settings)
    {
        (_name, _tryUse, _settings) = (name, tryUse, settings);
        _factory = provider.GetRequiredService<IOptionsFactory<TOptions>>();
        var sources = provider.GetServices<IOptionsChangeTokenSource<TOptions>>()
            .Where(source => (source.Name ?? Options.DefaultName) == name).ToList();
        var before = sources.ConvertAll(static source => source.GetChangeToken());
        Client = create(_factory.Create(name));
        _subscriptions = sources.ConvertAll(source => ChangeToken.OnChange(source.GetChangeToken, Reload));
        if (before.Exists(static token => token.HasChanged))
        {
            Reload();
        }
    }

    public TClient Client { get; }

    public void Dispose() => _subscriptions.ForEach(static subscription => subscription.Dispose());

    private void Reload()
    {
        // One at a time, so that the options of the last change stay.
        lock (_lock)
        {
            var problem = TryReload();
            if (_settings(Client).Telemetry.Logger is not { } logger)
            {
                return;
            }

            if (problem is null)
            {
                CallLog.SettingsApplied(logger);
            }
            else
            {
                CallLog.SettingsRefused(logger, problem);
            }
        }
    }

    /// <summary>Reads the options and uses them. Returns why the last ones stay in use, or <see langword="null"/>.</summary>
    private string? TryReload()
    {
        TOptions options;
        try
        {
            options = _factory.Create(_name);
        }
        catch (OptionsValidationException exception)
        {
            return string.Join(" ", exception.Failures);
        }
        catch (Exception exception)
        {
            // Binding and the program's own code throw exceptions of any type. Their text may quote a value.
            return $"Reading them threw {exception.GetType().Name}. Check the values of the section and the code that configures the options.";
        }

        return _tryUse(Client, options);
    }
}

/// <summary>Services that belong to one client. Credentials of one client must never be sent for another.</summary>
internal static class RegisteredService
{
    /// <summary>The service without a key for the client without a name; for a named client the one that is keyed with its name.</summary>
    public static T? GetServiceOf<T>(this IServiceProvider provider, string? name)
        where T : class => name is null ? provider.GetService<T>() : provider.GetKeyedService<T>(name);
}
