using System.Text.Json.Nodes;
using GenAuth;
using Microsoft.Extensions.DependencyInjection;

// Every kind of client makes a call to the service whose address is the first argument. A failure ends the program.
var host = args[0];
if (!OperatingSystem.IsBrowser())
{
    throw new PlatformNotSupportedException("This program is for a browser's runtime.");
}

var options = new AuthenticationClientOptions { AppId = "app", AppHost = host };
Report("client", (await new AuthenticationClient(options).GetAlipayAuthInfoAsync("my-alipay")).Message);

var services = new ServiceCollection();
services.AddGenAuthAuthentication(registered => (registered.AppId, registered.AppHost) = ("app", host));
await using var provider = services.BuildServiceProvider();
Report("registered client", (await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay")).Message);

foreach (var method in new[] { ManagementAuthorizationMethod.ManagementToken, ManagementAuthorizationMethod.Signature })
{
    var management = new ManagementClient(new ManagementClientOptions { AccessKeyId = "key", AccessKeySecret = "secret", Host = host, AuthorizationMethod = method });
    Report($"{method}", (await management.SendAsync(HttpMethod.Post, "/api/v3/list-users", body: new JsonObject { ["page"] = 1 })).GetProperty("message").GetString());
}

options.Tls.DangerousAcceptAnyServerCertificate = true;
try
{
    _ = new AuthenticationClient(options);
    throw new InvalidOperationException("Tls settings are accepted in a browser.");
}
catch (ArgumentException exception)
{
    Report("Tls", exception.Message.Contains("a browser decides about TLS itself", StringComparison.Ordinal) ? "refused" : exception.Message);
}

static void Report(string name, string? outcome) => Console.WriteLine($"{name}: {outcome}");
