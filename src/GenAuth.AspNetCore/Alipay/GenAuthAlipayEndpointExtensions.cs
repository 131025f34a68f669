using GenAuth;
using GenAuth.AspNetCore;
using GenAuth.AspNetCore.Alipay;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// The framework's own namespace, so that the method is found wherever endpoints are mapped.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints for sign-in with Alipay.</summary>
public static class GenAuthAlipayEndpointExtensions
{
    /// <summary>The largest body of a request in bytes; a state and a code need much less.</summary>
    private const long MaxBodyBytes = 8 * 1024;

    /// <summary>
    /// Maps two endpoints for a mobile app: <c>POST {prefix}/start</c> returns the text for the Alipay SDK and a state
    /// (<see cref="AlipaySignInStart"/>), and <c>POST {prefix}/sign-in</c> exchanges the code of the Alipay SDK for tokens
    /// (<see cref="AlipayTokens"/>). So the app needs neither the application's secret nor an SDK of this service.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A state and a code are accepted once, through the registered <see cref="IDistributedCache"/>. If the service demands another step,
    /// such as multi-factor authentication, the response is 403 with an <see cref="AlipayActionRequired"/>. Other failures are problem
    /// details with an <c>error</c>: <c>invalid_request</c>, <c>invalid_state</c> or <c>invalid_code</c> (400), <c>access_denied</c> (403),
    /// <c>rate_limited</c> (429), <c>server_error</c> (502), <c>temporarily_unavailable</c> (503).
    /// </para>
    /// <para>The endpoints are open to anonymous callers. Limit them, for example with <c>RequireRateLimiting</c> on the returned builder.</para>
    /// </remarks>
    /// <param name="endpoints">The routes of the program. Its services need <see cref="IAuthenticationClient"/> and <see cref="IDistributedCache"/>.</param>
    /// <param name="prefix">The beginning of the addresses, for example <c>/alipay</c>.</param>
    /// <param name="configure">Sets the options; at least <see cref="GenAuthAlipayOptions.Connection"/>.</param>
    /// <returns>Both endpoints, for further conventions.</returns>
    /// <exception cref="ArgumentException">An option is invalid; the message names it and the remedy.</exception>
    /// <exception cref="InvalidOperationException">A service is not registered; the message names it.</exception>
    public static IEndpointConventionBuilder MapGenAuthAlipay(this IEndpointRouteBuilder endpoints, string prefix, Action<GenAuthAlipayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new GenAuthAlipayOptions();
        configure(options);
        Throw.IfAny(options.GetProblems(), nameof(configure));
        var alipay = Create(endpoints.ServiceProvider, options);

        var group = endpoints.MapGroup(prefix).WithTags("Alipay").AllowAnonymous();
        var name = prefix.Trim('/').Replace('/', '-');
        group.MapPost("/start", (HttpContext context, CancellationToken cancellationToken) => alipay.StartAsync(context, cancellationToken))
            .WithName(name + "-start")
            .WithSummary("Starts a sign-in with Alipay.")
            .WithDescription("Returns the signed text for the Alipay SDK, and a state that belongs to this sign-in. Pass the text to the SDK as it is.")
            .Produces<AlipaySignInStart>()
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        var signIn = group.MapPost("/sign-in", (AlipaySignInRequest request, HttpContext context, CancellationToken cancellationToken) => alipay.SignInAsync(request, context, cancellationToken))
            .WithName(name + "-sign-in")
            .WithSummary("Completes a sign-in with Alipay.")
            .WithDescription("Exchanges the auth_code of the Alipay SDK for tokens. State and code can be used once. 403 with mfa_required or another error means that the service demands another step.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes))
            .Accepts<AlipaySignInRequest>("application/json")
            .Produces<AlipayActionRequired>(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status502BadGateway)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        if (options.OnSignedIn is null)
        {
            signIn.Produces<AlipayTokens>();
        }

        return group;
    }

    private static AlipayEndpoints Create(IServiceProvider services, GenAuthAlipayOptions options)
    {
        var client = options.ClientName is null ? services.GetService<IAuthenticationClient>() : services.GetKeyedService<IAuthenticationClient>(options.ClientName);
        return new AlipayEndpoints(
            client ?? throw new InvalidOperationException("MapGenAuthAlipay needs an IAuthenticationClient. Call services.AddGenAuthAuthentication, with the name of ClientName if it is set."),
            options,
            new SingleUse(services.GetService<IDistributedCache>() ?? throw new InvalidOperationException(
                "MapGenAuthAlipay needs an IDistributedCache, in which used states and codes are recorded. Call services.AddStackExchangeRedisCache or the like, or services.AddDistributedMemoryCache for a single server.")),
            services.GetRequiredService<ILoggerFactory>().CreateLogger(AlipayLog.Category));
    }
}
