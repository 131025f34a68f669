using System.Net;
using GenAuth;
using GenAuth.Conformance.Provider;
using GenAuth.OpenIdConnect;

// The address of the provider, then one application each: ID, algorithm, authentication method, secret.
var failures = 0;
foreach (var application in args.Skip(1).Select(static text => text.Split(',')))
{
    var client = new OpenIdConnectClient(new OpenIdConnectClientOptions
    {
        AppId = application[0],
        AppSecret = application[3].Length == 0 ? null : application[3],
        AppHost = args[0],
        SigningAlgorithm = Enum.Parse<TokenSigningAlgorithm>(application[1]),
        TokenEndpointAuthMethod = Enum.Parse<TokenEndpointAuthMethod>(application[2].Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true),
    });
    using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() });
    try
    {
        await new SignInCheck(client, browser).RunAsync(isConfidential: application[3].Length > 0);
        Console.WriteLine($"{application[0]}: passed");
    }
    catch (Exception exception)
    {
        failures++;
        Console.WriteLine($"{application[0]}: FAILED {exception}");
    }
}

Console.WriteLine($"{failures} failures");
return failures == 0 ? 0 : 1;
