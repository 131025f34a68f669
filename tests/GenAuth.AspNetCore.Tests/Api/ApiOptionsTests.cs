using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Api;

public sealed class ApiOptionsTests
{
    public static TheoryData<string, Action<GenAuthApiOptions>> Invalid => new()
    {
        { "AppHost is empty", static options => options.AppHost = string.Empty },
        { "AppId is empty", static options => options.AppId = string.Empty },
        { "AppHost is plain http to another machine", static options => options.AppHost = "http://example.genauth.ai" },
        { "AppSecret is null, but it is the key of HS256", static options => options.AppSecret = null },
        { "AppSecret is shorter than the 256 bits", static options => options.AppSecret = "short" },
        { "AccessAccounts is set, but the service signs the tokens of access accounts with RS256 only", static options => options.AccessAccounts.Add("account") },
        { "AccessAccounts contains a blank ID", static options => options.AccessAccounts.Add(" ") },
        { "ClockSkew must be", static options => options.ClockSkew = TimeSpan.FromHours(2) },
        { "IntrospectionCacheDuration must be", static options => options.IntrospectionCacheDuration = TimeSpan.FromHours(1) },
        { "IntrospectTokens needs the application's secret", static options => (options.IntrospectTokens, options.AppSecret, options.SigningAlgorithm) = (true, null, TokenSigningAlgorithm.RS256) },
        { "StrictIntrospection exists in the Authing edition only", static options => options.StrictIntrospection = true },
        { "Protocol must be OpenIdConnect", static options => options.Protocol = SignInProtocol.OAuth2 },
        { "RoleClaimType is blank", static options => options.RoleClaimType = " " },
        { "SigningAlgorithm is not a defined value", static options => options.SigningAlgorithm = (TokenSigningAlgorithm)9 },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_option_stops_the_start_of_the_program(string problem, Action<GenAuthApiOptions> change)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiApp.StartAsync(services => services.AddGenAuthApi(options =>
        {
            (options.AppHost, options.AppId, options.AppSecret) = ("https://example.genauth.ai", TestTokens.AppId, TestTokens.Secret);
            change(options);
        })));

        Assert.Contains("GenAuth API \"Bearer\": " + problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestTokens.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_come_from_a_section_and_can_be_changed_in_code()
    {
        await using var service = (await StubService.StartAsync()).WithKeys();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GenAuth:AppHost"] = service.Host,
            ["GenAuth:AppId"] = "another",
            ["GenAuth:SigningAlgorithm"] = "RS256",
            ["GenAuth:AccessAccounts:0"] = "account-1",
            ["GenAuth:ClockSkew"] = "00:00:10",
        });
        builder.AddGenAuthApi(configure: static options => options.AppId = TestTokens.AppId);

        await using var app = builder.Build();
        var options = app.Services.GetRequiredService<IOptionsMonitor<GenAuthApiOptions>>().Get("Bearer");

        Assert.Equal((service.Host, TestTokens.AppId, TokenSigningAlgorithm.RS256), (options.AppHost, options.AppId, options.SigningAlgorithm));
        Assert.Equal(("account-1", TimeSpan.FromSeconds(10)), (Assert.Single(options.AccessAccounts), options.ClockSkew));
    }

    [Fact]
    public async Task Changed_configuration_is_used_for_the_next_request()
    {
        await using var service = await StubService.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost"] = service.Host,
            ["AppId"] = TestTokens.AppId,
            ["AppSecret"] = new string('o', 32),
        }).Build();
        await using var api = await ApiApp.StartAsync(services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestTokens.Now)).AddGenAuthApi(configuration));
        var token = TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc"));
        Assert.Equal(401, (await api.GetAsync("/claims", token)).Status);

        configuration["AppSecret"] = TestTokens.Secret;
        configuration.Reload();

        Assert.Equal(200, (await api.GetAsync("/claims", token)).Status);
    }

    [Fact]
    public async Task Registered_provider_supplies_the_secret()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(
            TokenSigningAlgorithm.HS256, static options => options.AppSecret = null, also: static services => services.AddSingleton<IClientSecretProvider>(new FixedSecretProvider()));

        Assert.Equal(200, (await api.GetAsync("/claims", TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc")))).Status);
    }

    [Fact]
    public void First_registration_is_the_default_scheme()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddAuthentication(static options => options.DefaultScheme = "Cookies");
        services.AddGenAuthApi(static _ => { });
        using var provider = services.BuildServiceProvider();

        Assert.Equal("Cookies", provider.GetRequiredService<IOptions<Microsoft.AspNetCore.Authentication.AuthenticationOptions>>().Value.DefaultScheme);
    }

    private sealed class FixedSecretProvider : IClientSecretProvider
    {
        public ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken) => new(TestTokens.Secret);
    }
}
