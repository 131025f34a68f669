using GenAuth;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// A program that has all clients from dependency injection, with options from configuration.
var configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["GenAuth:AppId"] = "app",
        ["GenAuth:AppSecret"] = "secret",
        ["GenAuth:AppHost"] = args[0],
        ["GenAuth:Timeout"] = "00:00:20",
        ["GenAuth:Retry:MaxRetries"] = "0",
        ["GenAuthSignIn:AppId"] = "app",
        ["GenAuthSignIn:AppSecret"] = "0123456789abcdef0123456789abcdef",
        ["GenAuthSignIn:AppHost"] = args[0],
        ["GenAuthSignIn:Issuer"] = "https://issuer.example.com/oidc",
        ["GenAuthSignIn:ClockSkew"] = "00:01:00",
        ["GenAuthManagement:AccessKeyId"] = "key",
        ["GenAuthManagement:AccessKeySecret"] = "secret",
        ["GenAuthManagement:Host"] = args[0],
        ["GenAuthManagement:AuthorizationMethod"] = "Signature",
    })
    .Build();
var services = new ServiceCollection();
services.AddGenAuthAuthentication(configuration.GetSection("GenAuth"));
services.AddGenAuthManagement(configuration.GetSection("GenAuthManagement"));
foreach (var algorithm in Enum.GetValues<TokenSigningAlgorithm>())
{
    services.AddGenAuthOpenIdConnect($"{algorithm}", configuration.GetSection("GenAuthSignIn"));
    services.Configure<OpenIdConnectClientOptions>($"{algorithm}", options => options.SigningAlgorithm = algorithm);
}

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

foreach (var algorithm in Enum.GetValues<TokenSigningAlgorithm>())
{
    // The refresh token tells the service which token to return.
    var signIn = provider.GetRequiredKeyedService<IOpenIdConnectClient>($"{algorithm}");
    var refreshed = await signIn.RefreshAsync($"{algorithm}");
    var user = refreshed.IdToken!.ToClaimsIdentity("GenAuth");
    Console.WriteLine($"signed in: {refreshed.IdToken.Subject} {user.Name} {algorithm}");
}

var client = provider.GetRequiredKeyedService<IOpenIdConnectClient>("HS256");
Console.WriteLine($"address: {client.CreateAuthorizationRequest(new() { RedirectUri = "https://app.example.com/callback" }).Uri.AbsolutePath}");
Console.WriteLine($"ticket: {(await client.ValidateCasTicketAsync("ST-1", "https://app.example.com/cas", CasResponseFormat.Xml)).Name}");
Console.WriteLine($"password: {(await client.EncryptPasswordAsync("secret")).Length}");

try
{
    // The stub fails: without retries there is one request.
    await authentication.GetAlipayAuthInfoAsync("refused");
}
catch (GenAuthForbiddenException exception)
{
    Console.WriteLine($"refused: {exception.StatusCode} {exception.ApiCode}");
}
