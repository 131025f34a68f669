using System.Runtime.CompilerServices;
using GenAuth.Pipeline;
using GenAuth.Settings;
using GenAuth.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace GenAuth.DependencyInjection;

/// <summary>
/// Which handler makes the connections of a registered client: the SDK's, unless the application brings its own. A handler for all
/// HTTP clients of the application (<c>ConfigureHttpClientDefaults</c>) is kept, unless the client has <c>Tls</c> settings, which
/// only the SDK's handler applies. A handler for this one client beside <c>Tls</c> settings is an error.
/// </summary>
/// <param name="httpClientName">The name of the HTTP client.</param>
/// <param name="settings">The client's own copy of its settings, which a configuration that is loaded again does not change.</param>
internal sealed class PrimaryHandler(string httpClientName, Func<IServiceProvider, TransportSettings> settings) : IHttpMessageHandlerBuilderFilter
{
    /// <summary>The handlers that were created here. An application can create handlers of the same type.</summary>
    private readonly ConditionalWeakTable<HttpMessageHandler, PrimaryHandler> _made = new();

    /// <param name="client">The client's HTTP pipeline; its services put what is configured for all HTTP clients before what is configured here.</param>
    public void AddTo(IHttpClientBuilder client)
    {
        client.Services.AddSingleton<IHttpMessageHandlerBuilderFilter>(this);
        client.Services.Configure<HttpClientFactoryOptions>(httpClientName, options =>
        {
            // First, so that what the application configures for all of its HTTP clients changes or replaces this handler.
            options.HttpMessageHandlerBuilderActions.Insert(0, builder => builder.PrimaryHandler = Create(builder));
            options.HttpMessageHandlerBuilderActions.Add(builder =>
            {
                if (!IsMade(builder) && HasTls(builder))
                {
                    builder.PrimaryHandler = Create(builder);
                }
            });
        });
    }

    /// <summary>Checks the outcome when all of the application's own actions have run, and adds the innermost handler.</summary>
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (builder.Name != httpClientName)
        {
            return;
        }

        builder.AdditionalHandlers.Add(new SendOnceHandler());
        if (!IsMade(builder) && HasTls(builder))
        {
            throw new InvalidOperationException(
                $"Tls is set for the client \"{TextSanitizer.ToSingleLine(httpClientName)}\", but its primary handler was replaced, and that handler decides about TLS. "
                + "Set it there, or remove ConfigurePrimaryHttpMessageHandler.");
        }
    };

    private HttpMessageHandler Create(HttpMessageHandlerBuilder builder)
    {
        var handler = DefaultHttpClient.CreateHandler(settings(builder.Services));
        _made.Add(handler, this);
        return handler;
    }

    private bool IsMade(HttpMessageHandlerBuilder builder) => _made.TryGetValue(builder.PrimaryHandler, out _);

    private bool HasTls(HttpMessageHandlerBuilder builder) => !settings(builder.Services).Tls.IsDefault;
}
