using GenAuth.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

public sealed class ConfigurationTests
{
    private static readonly IConfiguration Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GenAuth:AppId"] = "app",
            ["GenAuth:AppSecret"] = "hunter2",
            ["GenAuth:AppHost"] = "http://10.0.0.7:8080",
            ["GenAuth:AllowInsecureHttp"] = "true",
            ["GenAuth:AccessToken"] = "token",
            ["GenAuth:TokenEndpointAuthMethod"] = "clientSecretBasic",
            ["GenAuth:Edition"] = "Authing",
            ["GenAuth:Language"] = "zh-CN",
            ["GenAuth:TenantId"] = "tenant",
            ["GenAuth:Timeout"] = "00:00:05",
            ["GenAuth:AttemptTimeout"] = "00:00:03",
            ["GenAuth:Tls:DangerousAcceptAnyServerCertificate"] = "true",
            ["GenAuth:Retry:MaxRetries"] = "1",
            ["GenAuth:Retry:BaseDelay"] = "00:00:00.1",
            ["GenAuth:Retry:MaxDelay"] = "00:00:02",
            ["GenAuth:MaxResponseBytes"] = "1024",
            ["GenAuth:MaxResponseValues"] = "100",
            ["GenAuth:ResponseValidation"] = "Strict",
            ["GenAuth:LogBodies"] = "true",
            ["GenAuth:SomethingElse"] = "1",
        })
        .Build();

    [Fact]
    public void Every_setting_can_come_from_configuration()
    {
        using var provider = new ServiceCollection().AddGenAuthAuthentication(Configuration.GetSection("GenAuth")).Services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<AuthenticationClientOptions>>().Value;

        Assert.Equal("app", options.AppId);
        Assert.Equal("hunter2", options.AppSecret);
        Assert.Equal("http://10.0.0.7:8080", options.AppHost);
        Assert.True(options.AllowInsecureHttp);
        Assert.Equal("token", options.AccessToken);
        Assert.Equal(TokenEndpointAuthMethod.ClientSecretBasic, options.TokenEndpointAuthMethod);
        Assert.Equal(Edition.Authing, options.Edition);
        Assert.Equal("zh-CN", options.Language);
        Assert.Equal("tenant", options.TenantId);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(3), options.AttemptTimeout);
        Assert.True(options.Tls.DangerousAcceptAnyServerCertificate);
        Assert.Equal(1, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(0.1), options.Retry.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(2), options.Retry.MaxDelay);
        Assert.Equal(1024, options.MaxResponseBytes);
        Assert.Equal(100, options.MaxResponseValues);
        Assert.Equal(ResponseValidation.Strict, options.ResponseValidation);
        Assert.True(options.LogBodies);
    }

    [Fact]
    public void Tested_configuration_has_every_setting() => Assert.Equal(
        typeof(AuthenticationClientOptions).GetProperties().Select(property => property.Name)
            .Except([nameof(AuthenticationClientOptions.ClientSecretProvider), nameof(AuthenticationClientOptions.LoggerFactory), nameof(AuthenticationClientOptions.SchemaDriftObserver), nameof(AuthenticationClientOptions.TimeProvider)]).Order(),
        Configuration.GetSection("GenAuth").GetChildren().Select(child => child.Key).Where(key => key != "SomethingElse").Order());

    [Fact]
    public async Task A_named_client_takes_its_settings_from_a_section_of_its_own()
    {
        using var handler = new StubHandler();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication("shop", Configuration.GetSection("GenAuth")).ConfigurePrimaryHttpMessageHandler(() => handler);

        // TLS settings are refused with a handler of the application.
        services.Configure<AuthenticationClientOptions>("shop", options => options.Tls.DangerousAcceptAnyServerCertificate = false);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IAuthenticationClient>("shop").GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("app", handler.Only.Header("x-authing-app-id"));
        Assert.Equal("http://10.0.0.7:8080", handler.Only.Uri.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public void Code_completes_configuration()
    {
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication(Configuration.GetSection("GenAuth"));
        services.Configure<AuthenticationClientOptions>(options => options.AppSecret = "from-a-vault");
        using var provider = services.BuildServiceProvider();

        Assert.Equal("from-a-vault", provider.GetRequiredService<IOptions<AuthenticationClientOptions>>().Value.AppSecret);
    }
}
