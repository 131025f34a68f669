using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using GenAuth.AspNetCore;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Benchmarks.Quick;

/// <summary>
/// Requests to an API that validates a token of the tenant: <c>AddGenAuthApi</c> beside <c>AddJwtBearer</c> with the same checks. Client
/// and server share a core.
/// </summary>
internal static class ApiTable
{
    private const int Callers = 16;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(40);

    public static async Task RunAsync()
    {
        Console.WriteLine(Row.Header(["AddJwtBearer", "AddGenAuthApi"]));
        foreach (var algorithm in new[] { GenAuthTenantSigningAlgorithm.HS256, GenAuthTenantSigningAlgorithm.RS256 })
        {
            await PrintRequestsAsync(algorithm);
        }

        await PrintPermissionAsync();
    }

    private static async Task PrintRequestsAsync(GenAuthTenantSigningAlgorithm algorithm)
    {
        await using var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { SigningAlgorithm = algorithm });
        var user = new UserDto { UserId = "user-1", Status = UserStatus.Activated };
        tenant.AddUser(user);
        var token = (await tenant.SignInAsync(user, "openid profile email phone")).AccessToken!;
        await using var plain = await StartAsync(services => AddPlain(services, tenant, algorithm));
        await using var sdk = await StartAsync(services => AddSdk(services, tenant, algorithm));
        using var plainClient = CreateClient(plain, token);
        using var sdkClient = CreateClient(sdk, token);

        List<Func<Task>> calls = [() => CallAsync(plainClient), () => CallAsync(sdkClient)];
        await Measure.WarmUpAsync([.. calls, () => Measure.ThroughputAsync(calls[0], Callers, 200), () => Measure.ThroughputAsync(calls[1], Callers, 200)], WarmUp);
        await PrintAsync($"{algorithm}, one request at a time", "µs", 40, calls, call => Measure.TimeAsync(call, 200));
        await PrintAsync($"{algorithm}, {Callers} callers at once", "requests/s", 25, calls, call => Measure.ThroughputAsync(call, Callers, 2000), goal: 0.95, isMoreBetter: true);
    }

    /// <summary>The whole authorization of a request whose decision is cached.</summary>
    private static async Task PrintPermissionAsync()
    {
        const string Granted = """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"books","action":"read","resource":"book","enabled":true}]}}""";
        const int Calls = 20_000;
        var services = new ServiceCollection().AddLogging();
        services.AddGenAuthManagement(options => (options.AccessKeyId, options.AccessKeySecret, options.Host) = ("key", "not-a-secret", "https://api.example.com"))
            .ConfigurePrimaryHttpMessageHandler(() => new CannedHandler(Encoding.UTF8.GetBytes(Granted)));
        services.AddGenAuthPermissions(options => (options.Namespace, options.CacheDuration) = ("books", TimeSpan.FromMinutes(5)));
        await using var provider = services.BuildServiceProvider();
        var authorization = provider.GetRequiredService<IAuthorizationService>();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "5f17a529f64fb009b794a2ff")], "Bearer"));
        var context = new DefaultHttpContext { RequestServices = provider, User = user };
        IAuthorizationRequirement[] requirements = [new GenAuthPermissionRequirement("book", "read")];

        Func<Task> call = async () =>
        {
            if (!(await authorization.AuthorizeAsync(user, context, requirements)).Succeeded)
            {
                throw new InvalidOperationException("The permission is denied.");
            }
        };
        await Measure.WarmUpAsync([call], TimeSpan.FromSeconds(5));
        var times = await Rounds.RunAsync(40, [() => Measure.TimeAsync(call, Calls)]);
        var bytes = await Measure.AllocationAsync(call, Calls);
        var median = Rounds.Median(times[0]);
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"A permission from the cache, authorization of the request included: {median:F2} µs (goal: ≤ 2 µs, {(median <= 2 ? "met" : "missed")}), {bytes:F0} B"));
    }

    private static void AddPlain(IServiceCollection services, GenAuthTenant tenant, GenAuthTenantSigningAlgorithm algorithm) => services.AddAuthentication("Bearer").AddJwtBearer(options =>
    {
        options.MapInboundClaims = false;
        options.Audience = tenant.AppId;
        options.RequireHttpsMetadata = false;
        options.TokenValidationParameters.ValidAlgorithms = [algorithm.ToString()];
        if (algorithm == GenAuthTenantSigningAlgorithm.RS256)
        {
            options.Authority = tenant.AppHost + "/oidc";
        }
        else
        {
            options.TokenValidationParameters.ValidIssuer = tenant.AppHost + "/oidc";
            options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(tenant.AppSecret));
        }
    });

    private static void AddSdk(IServiceCollection services, GenAuthTenant tenant, GenAuthTenantSigningAlgorithm algorithm) => services.AddGenAuthApi(options =>
    {
        (options.AppHost, options.AppId, options.AppSecret) = (tenant.AppHost, tenant.AppId, tenant.AppSecret);
        options.SigningAlgorithm = Enum.Parse<TokenSigningAlgorithm>(algorithm.ToString());
    });

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection> authentication)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        authentication(builder.Services);
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", () => "ok").RequireAuthorization();
        await app.StartAsync();
        return app;
    }

    private static HttpClient CreateClient(WebApplication app, string token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task CallAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));
        response.EnsureSuccessStatusCode();
    }

    private static async Task PrintAsync(
        string title, string unit, int rounds, List<Func<Task>> calls, Func<Func<Task>, Task<double>> measure, double? goal = null, bool isMoreBetter = false) =>
        Console.WriteLine(new Row(title, unit, await Rounds.RunAsync(rounds, [.. calls.Select(call => (Func<Task<double>>)(() => measure(call)))]), goal, isMoreBetter));
}
