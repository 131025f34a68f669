using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

public sealed class HostStartTests
{
    [Fact]
    public async Task Host_with_valid_settings_starts()
    {
        using var host = Host(services => services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost) = ("app", "example.genauth.ai")));

        await host.StartAsync();
        await host.StopAsync();

        Assert.NotNull(host.Services.GetRequiredService<IAuthenticationClient>());
    }

    [Fact]
    public async Task Invalid_settings_stop_a_host_at_start_with_setting_and_remedy()
    {
        using var host = Host(services => services.AddGenAuthAuthentication(new ConfigurationBuilder().Build()));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(
            [
                "GenAuth authentication client: AppId is empty. Set it to the application's ID, from its page in the console.",
                "GenAuth authentication client: AppHost is empty. Set it to the authentication address of the application, for example https://example.genauth.ai.",
            ],
            exception.Failures);
    }

    [Fact]
    public async Task Message_names_the_client_of_the_invalid_setting()
    {
        using var host = Host(services =>
        {
            services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost) = ("app", "example.genauth.ai"));
            services.AddGenAuthAuthentication("shop", options => (options.AppId, options.AppHost) = ("shop", "http://shop.genauth.ai"));
        });

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith(
            "GenAuth authentication client \"shop\": AppHost is plain http to another machine",
            Assert.Single(exception.Failures),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_holds_no_secret()
    {
        using var host = Host(services => services.AddGenAuthAuthentication(options =>
        {
            (options.AppId, options.AppHost) = ("app", "https://user:hunter2@example.genauth.ai");
            (options.AppSecret, options.AccessToken, options.TenantId) = ("hunter2\n", "Bearer hunter2", "hunter2\r\n");
        }));

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.NotEmpty(exception.Failures);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registering_twice_reports_each_problem_once()
    {
        using var host = Host(services =>
        {
            services.AddGenAuthAuthentication(options => options.AppId = "app");
            services.AddGenAuthAuthentication(options => options.AppId = "app");
        });

        Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures);
    }

    private static IHost Host(Action<IServiceCollection> register)
    {
        // An empty environment, without that of the test process.
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        register(builder.Services);
        return builder.Build();
    }
}
