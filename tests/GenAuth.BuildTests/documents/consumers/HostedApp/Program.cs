using GenAuth;
using GenAuth.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// A program that has both clients from dependency injection, with options from configuration.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["GenAuth:AppId"] = "app",
        ["GenAuth:AppSecret"] = "secret",
        ["GenAuth:AppHost"] = args[0],
        ["GenAuth:Timeout"] = "00:00:20",
        ["GenAuth:Retry:MaxRetries"] = "0",
        ["GenAuthManagement:AccessKeyId"] = "key",
        ["GenAuthManagement:AccessKeySecret"] = "secret",
        ["GenAuthManagement:Host"] = args[0],
        ["GenAuthManagement:AuthorizationMethod"] = "Signature",
    })
    .Build();
var services = new ServiceCollection();
services.AddGenAuthAuthentication(configuration.GetSection("GenAuth"));
services.AddGenAuthManagement(configuration.GetSection("GenAuthManagement"));
using var provider = services.BuildServiceProvider();

var authentication = provider.GetRequiredService<IAuthenticationClient>();
var management = provider.GetRequiredService<IManagementClient>();

Console.WriteLine($"authInfo: {(await authentication.GetAlipayAuthInfoAsync("my-alipay")).Data.AuthInfo}");

var names = 0;
await foreach (var thing in management.SearchThingsAutoPagingAsync(new SearchThingsDto { Keywords = "k" }))
{
    names++;
}

Console.WriteLine($"found: {names}");

try
{
    // The service is told to fail: without retries there is one request.
    await authentication.GetAlipayAuthInfoAsync("refused");
}
catch (GenAuthForbiddenException exception)
{
    Console.WriteLine($"refused: {exception.StatusCode} {exception.ApiCode}");
}
