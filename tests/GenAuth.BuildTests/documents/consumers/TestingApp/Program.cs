using GenAuth;
using GenAuth.Models;
using GenAuth.Testing;

// A user's test: the embedded tenant and the client, both from packages.
await using var tenant = await GenAuthTenant.StartAsync();
var client = tenant.CreateClient();

var login = await client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode("user-1"));
Console.WriteLine($"login: {login.Data.TokenType}");

tenant.FailNext(403, ApiCode.InvalidCredentials);
try
{
    await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);
}
catch (GenAuthForbiddenException exception)
{
    Console.WriteLine($"refused: {exception.StatusCode} {exception.ApiCode}");
}
