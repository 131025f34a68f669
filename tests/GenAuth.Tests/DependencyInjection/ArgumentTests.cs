using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.DependencyInjection;

public sealed class ArgumentTests
{
    private static readonly Action<AuthenticationClientOptions> Configure = _ => { };
    private static readonly IConfiguration Configuration = new ConfigurationBuilder().Build();

    [Fact]
    public void Missing_services_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthAuthentication(Configure));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthAuthentication(Configuration));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthAuthentication("shop", Configure));
        Assert.Throws<ArgumentNullException>("services", () => default(IServiceCollection)!.AddGenAuthAuthentication("shop", Configuration));
    }

    [Fact]
    public void Missing_settings_are_refused_by_name()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>("configure", () => services.AddGenAuthAuthentication(default(Action<AuthenticationClientOptions>)!));
        Assert.Throws<ArgumentNullException>("configuration", () => services.AddGenAuthAuthentication(default(IConfiguration)!));
        Assert.Throws<ArgumentNullException>("configure", () => services.AddGenAuthAuthentication("shop", default(Action<AuthenticationClientOptions>)!));
        Assert.Throws<ArgumentNullException>("configuration", () => services.AddGenAuthAuthentication("shop", default(IConfiguration)!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_name_is_refused_by_name(string? name)
    {
        var services = new ServiceCollection();

        Assert.Equal(nameof(name), Assert.ThrowsAny<ArgumentException>(() => services.AddGenAuthAuthentication(name!, Configure)).ParamName);
        Assert.Equal(nameof(name), Assert.ThrowsAny<ArgumentException>(() => services.AddGenAuthAuthentication(name!, Configuration)).ParamName);
    }
}
