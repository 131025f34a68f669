using GenAuth.AspNetCore.Tests.Support;
using GenAuth.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenAuth.AspNetCore.Tests.WebApp;

public sealed class OptionsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    public static TheoryData<string, string> Problems => new()
    {
        { "AppId=", "AppId is empty" },
        { "AppHost=", "AppHost is empty" },
        { "AppSecret=short-secret", "AppSecret is shorter than the 256 bits" },
        { "AppSecret=0123456789abcdef0123456789abcdef\u0001", "AppSecret" },
        { "Scope=profile", "Scope has no openid" },
        { "Prompt=none", "Prompt is none" },
        { "CallbackPath=https://evil.example/", "CallbackPath is not a path of this app" },
        { "CallbackPath=//evil.example/", "CallbackPath is not a path of this app" },
        { "SignedOutCallbackPath=x", "SignedOutCallbackPath is not a path of this app" },
        { "SignInFailedPath=/\\evil.example", "SignInFailedPath is not a path of this app" },
        { "RenewBefore=-00:00:01", "RenewBefore is negative" },
        { "RenewalLockDelay=00:00:00", "RenewalLockDelay must be more than zero" },
        { "Protocol=OAuth2", "Protocol is OAuth2" },
        { "AppHost=http://example.com", "plain http to another machine" },
        { "AppHost=http://127.0.0.1:5000", "AppHost is plain http, and the environment is Production" },
        { "ClockSkew=02:00:00", "ClockSkew" },
    };

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Invalid_setting_stops_the_host_with_its_name_and_without_the_secret(string setting, string message)
    {
        var (name, value) = (setting.Split('=')[0], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var section = Section(settings => settings[name] = value);

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => WebAppHost.StartAsync(builder => builder.Services.AddGenAuthWebApp(section), environment: "Production"));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("GenAuth web app \"GenAuth\"", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("short-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_secret_stops_the_host_unless_it_is_not_needed()
    {
        var withoutSecret = Section(settings => settings.Remove("AppSecret"));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => WebAppHost.StartAsync(builder => builder.Services.AddGenAuthWebApp(withoutSecret), environment: "Production"));
        Assert.Contains("AppSecret is missing", exception.Message, StringComparison.Ordinal);

        var publicClient = Section(settings =>
        {
            settings.Remove("AppSecret");
            (settings["TokenEndpointAuthMethod"], settings["SigningAlgorithm"]) = ("None", "RS256");
        });
        await using var app = await WebAppHost.StartAsync(builder => builder.Services.AddGenAuthWebApp(publicClient), environment: "Production");
    }

    [Fact]
    public async Task Settings_come_from_the_section_of_the_builder_and_from_code()
    {
        await using var app = await WebAppHost.StartAsync(builder =>
        {
            builder.Configuration.AddConfiguration(new ConfigurationBuilder().AddInMemoryCollection(Settings().ToDictionary(pair => "GenAuth:" + pair.Key, pair => pair.Value)).Build());
            builder.AddGenAuthWebApp(configure: options => options.Prompt = "login");
        });

        var options = app.Services.GetRequiredService<IOptionsMonitor<GenAuthWebAppOptions>>().Get(GenAuthWebAppDefaults.AuthenticationScheme);

        Assert.Equal(("app-1", "login", "/signin-oidc", TokenSigningAlgorithm.HS256), (options.AppId, options.Prompt, options.CallbackPath, options.SigningAlgorithm));
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Second_application_needs_a_name_of_its_own()
    {
        var services = new ServiceCollection();
        services.AddGenAuthWebApp("Partner", _ => { });

        var exception = Assert.Throws<InvalidOperationException>(() => services.AddGenAuthWebApp("Partner", _ => { }));

        Assert.Contains("\"Partner\"", exception.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Section(Action<Dictionary<string, string?>> change)
    {
        var settings = Settings();
        change(settings);
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    private static Dictionary<string, string?> Settings() => new() { ["AppId"] = "app-1", ["AppSecret"] = Secret, ["AppHost"] = "https://example.genauth.ai" };
}
