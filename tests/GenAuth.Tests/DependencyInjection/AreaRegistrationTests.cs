using GenAuth.Tests.Areas;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.DependencyInjection;

public sealed class AreaRegistrationTests
{
    public static TheoryData<Type> ManagementAreas => [.. AreaTests.AreasOf(typeof(IManagementClient)).Select(area => area.PropertyType)];

    public static TheoryData<Type> AuthenticationAreas => [.. AreaTests.AreasOf(typeof(IAuthenticationClient)).Select(area => area.PropertyType)];

    [Theory]
    [MemberData(nameof(ManagementAreas))]
    public void Area_of_a_management_client_resolves_to_the_client(Type area)
    {
        using var provider = Provider(services => services.AddGenAuthManagement(Fill).Services.AddGenAuthManagement("pool", Fill));

        Assert.Same(provider.GetRequiredService<ManagementClient>(), provider.GetRequiredService(area));
        Assert.Same(provider.GetRequiredKeyedService<ManagementClient>("pool"), provider.GetRequiredKeyedService(area, "pool"));
    }

    [Theory]
    [MemberData(nameof(AuthenticationAreas))]
    public void Area_of_an_authentication_client_resolves_to_the_client(Type area)
    {
        using var provider = Provider(services => services.AddGenAuthAuthentication(Fill).Services.AddGenAuthAuthentication("shop", Fill));

        Assert.Same(provider.GetRequiredService<AuthenticationClient>(), provider.GetRequiredService(area));
        Assert.Same(provider.GetRequiredKeyedService<AuthenticationClient>("shop"), provider.GetRequiredKeyedService(area, "shop"));
    }

    [Fact]
    public void Area_of_a_named_client_is_not_registered_without_the_key()
    {
        using var provider = Provider(services => services.AddGenAuthManagement("pool", Fill));

        Assert.Null(provider.GetService<IManagementUsers>());
        Assert.Null(provider.GetKeyedService<IManagementUsers>("other"));
    }

    [Fact]
    public void Fake_of_an_area_that_was_registered_before_stays()
    {
        var fake = new FakeAccessKeys();
        using var provider = Provider(services =>
        {
            services.AddSingleton<IManagementAccessKeys>(fake);
            services.AddGenAuthManagement(Fill);
        });

        Assert.Same(fake, provider.GetRequiredService<IManagementAccessKeys>());
        Assert.Same(provider.GetRequiredService<ManagementClient>(), provider.GetRequiredService<IManagementGroups>());
    }

    [Fact]
    public void Client_that_was_registered_before_provides_the_areas()
    {
        var own = new ManagementClient(ManagementClients.Options());
        using var provider = Provider(services =>
        {
            services.AddSingleton<IManagementClient>(own);
            services.AddGenAuthManagement(Fill);
        });

        Assert.Same(own, provider.GetRequiredService<IManagementUsers>());
    }

    private static void Fill(ManagementClientOptions options) => (options.AccessKeyId, options.AccessKeySecret) = ("key", ManagementClients.Secret);

    private static void Fill(AuthenticationClientOptions options) => (options.AppId, options.AppHost) = ("app", "app.genauth.ai");

    private static ServiceProvider Provider(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }
}
