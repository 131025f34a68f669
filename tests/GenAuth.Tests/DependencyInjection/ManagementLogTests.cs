using GenAuth.Tests.Management;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.DependencyInjection;

public sealed class ManagementLogTests
{
    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task At_the_lowest_level_the_log_holds_neither_key_nor_signature_nor_token(ManagementAuthorizationMethod method)
    {
        using var service = new Service(sent => sent.Uri.AbsolutePath == TokenService.TokenPath
            ? """{"statusCode":200,"data":{"access_token":"canary-token","expires_in":7200}}"""
            : """{"statusCode":200,"data":{}}""");
        using var log = new LogText();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddGenAuthManagement(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret, options.AuthorizationMethod) = ("key", "canary-secret", method);
        }).ConfigurePrimaryHttpMessageHandler(() => service);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ManagementClient>().CallAsync();

        var proof = service.Sent[^1].Header("Authorization")!.Split(' ', ':')[^1];
        Assert.Contains("custom succeeded", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(proof, log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", log.ToString(), StringComparison.Ordinal);
    }
}
