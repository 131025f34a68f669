using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.DependencyInjection;

/// <summary>Clients of an application that puts the standard resilience handler around all of its HTTP clients.</summary>
public sealed class ResilienceHandlerTests : IDisposable
{
    private readonly Service _busy = new(_ => Task.FromResult(Service.CreateResponse("""{"statusCode":503,"message":"busy"}""", HttpStatusCode.ServiceUnavailable)));

    public void Dispose() => _busy.Dispose();

    [Fact]
    public async Task Write_is_sent_once_and_the_failure_names_the_remedy()
    {
        await using var provider = Provider();

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => provider.GetRequiredService<IManagementClient>().CreateRoleAsync(new CreateRoleDto { Code = "editor" }));

        Assert.Single(_busy.Sent);
        Assert.Contains("remove retries from this client's handlers", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_read_is_never_sent_twice_with_the_same_signature()
    {
        await using var provider = Provider();

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => provider.GetRequiredService<IManagementClient>().ListRolesAsync());

        // The retries of the client.
        Assert.Equal(3, _busy.Sent.Count);
        Assert.Equal(3, _busy.Sent.Select(sent => sent.Header("x-genauth-signature-nonce")).Distinct().Count());
    }

    [Fact]
    public async Task Client_without_the_resilience_handlers_has_its_own_retries_and_failures()
    {
        await using var provider = Provider(client =>
#pragma warning disable EXTEXP0001 // The library marks the method as one that may change.
            client.RemoveAllResilienceHandlers());
#pragma warning restore EXTEXP0001

        await Assert.ThrowsAsync<GenAuthServerException>(() => provider.GetRequiredService<IManagementClient>().CreateRoleAsync(new CreateRoleDto { Code = "editor" }));
        Assert.Single(_busy.Sent);
        await Assert.ThrowsAsync<GenAuthServerException>(() => provider.GetRequiredService<IManagementClient>().ListRolesAsync());
        Assert.Equal(4, _busy.Sent.Count);
    }

    private ServiceProvider Provider(Action<IHttpClientBuilder>? change = null)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(defaults => defaults.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1)));
        var client = services.AddGenAuthManagement(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret) = ("key", "secret");
            options.Retry.BaseDelay = TimeSpan.Zero;
        }).ConfigurePrimaryHttpMessageHandler(() => _busy);
        change?.Invoke(client);
        return services.BuildServiceProvider();
    }
}
