using GenAuth.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

public sealed class ManagementConfigurationTests
{
    /// <summary>The settings that only code can set.</summary>
    private static readonly string[] Objects = ["AccessKeyProvider", "DistributedCache", "LoggerFactory", "NonceGenerator", "SchemaDriftObserver", "TimeProvider"];

    private static readonly IConfiguration Configuration = new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AccessKeyId"] = "key",
            ["AccessKeySecret"] = "hunter2",
            ["Host"] = "http://10.0.0.7:8080",
            ["AllowInsecureHttp"] = "true",
            ["AuthorizationMethod"] = "managementToken",
            ["Edition"] = "Authing",
            ["Language"] = "zh-CN",
            ["TenantId"] = "tenant",
            ["Timeout"] = "00:00:05",
            ["AttemptTimeout"] = "00:00:03",
            ["Tls:DangerousAcceptAnyServerCertificate"] = "true",
            ["Retry:MaxRetries"] = "1",
            ["MaxClockSkew"] = "00:05:00",
            ["MaxResponseBytes"] = "1024",
            ["MaxResponseValues"] = "100",
            ["ResponseValidation"] = "Strict",
            ["LogBodies"] = "true",
            ["ShareTokenThroughDistributedCache"] = "true",
        })
        .Build();

    [Fact]
    public void Every_setting_that_is_no_object_can_come_from_configuration()
    {
        using var provider = new ServiceCollection().AddDistributedMemoryCache().AddGenAuthManagement(Configuration).Services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<ManagementClientOptions>>().Value;

        Assert.Equal("key", options.AccessKeyId);
        Assert.Equal("hunter2", options.AccessKeySecret);
        Assert.Equal("http://10.0.0.7:8080", options.Host);
        Assert.True(options.AllowInsecureHttp);
        Assert.Equal(ManagementAuthorizationMethod.ManagementToken, options.AuthorizationMethod);
        Assert.Equal(Edition.Authing, options.Edition);
        Assert.Equal("zh-CN", options.Language);
        Assert.Equal("tenant", options.TenantId);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Timeout);
        Assert.Equal(TimeSpan.FromSeconds(3), options.AttemptTimeout);
        Assert.True(options.Tls.DangerousAcceptAnyServerCertificate);
        Assert.Equal(1, options.Retry.MaxRetries);
        Assert.Equal(TimeSpan.FromMinutes(5), options.MaxClockSkew);
        Assert.Equal(1024, options.MaxResponseBytes);
        Assert.Equal(100, options.MaxResponseValues);
        Assert.Equal(ResponseValidation.Strict, options.ResponseValidation);
        Assert.True(options.LogBodies);
        Assert.True(options.ShareTokenThroughDistributedCache);
    }

    [Fact]
    public void Tested_configuration_has_every_management_setting() => Assert.Equal(
        typeof(ManagementClientOptions).GetProperties().Select(property => property.Name).Except(Objects).Order(),
        Configuration.GetChildren().Select(child => child.Key).Order());

    [Fact]
    public async Task A_named_client_takes_its_settings_from_a_section_of_its_own()
    {
        using var handler = new StubHandler();
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Shop:AccessKeyId"] = "shop", ["Shop:AccessKeySecret"] = "hunter2" })
            .Build();
        services.AddGenAuthManagement("shop", configuration.GetSection("Shop")).ConfigurePrimaryHttpMessageHandler(() => handler);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ManagementClient>("shop").CallAsync();

        Assert.StartsWith("GenAuth shop:", handler.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_stop_a_host_at_start_with_setting_and_remedy_and_without_secret()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddGenAuthManagement("shop", options => (options.AccessKeyId, options.AccessKeySecret) = ("", "hunter2\n"));
        using var host = builder.Build();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "GenAuth management client \"shop\": AccessKeyId is empty. Set it to the user pool's ID, or an administrator's access key ID, from the console.",
                "GenAuth management client \"shop\": AccessKeySecret holds a blank, a line break or another character that a key never has. Copy it from the console again.",
            ],
            exception.Failures);
    }

    [Fact]
    public void Missing_arguments_are_refused_by_name()
    {
        var services = new ServiceCollection();
        Action<ManagementClientOptions> configure = _ => { };

        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthManagement(configure));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthManagement("shop", Configuration));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddGenAuthManagement(default(Action<ManagementClientOptions>)!));
        Assert.Throws<ArgumentNullException>("configuration", () => services.AddGenAuthManagement(default(IConfiguration)!));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddGenAuthManagement("shop", default(Action<ManagementClientOptions>)!));
        Assert.Throws<ArgumentNullException>("configuration", () => services.AddGenAuthManagement("shop", default(IConfiguration)!));
        Assert.Throws<ArgumentException>("name", () => services.AddGenAuthManagement(" ", configure));
        Assert.Throws<ArgumentException>("name", () => services.AddGenAuthManagement("", Configuration));
    }
}
