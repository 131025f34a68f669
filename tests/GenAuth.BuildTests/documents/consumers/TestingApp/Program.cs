using GenAuth;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.Sm2;
using GenAuth.Testing;

// A user's test: the embedded tenant and the clients, all from packages.
const string Callback = "https://app.example.com/callback";
await using var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { RedirectUris = { Callback } });
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

var user = new UserDto { UserId = "user-2" };
tenant.AddUser(user);
var signIn = new OpenIdConnectClient(new OpenIdConnectClientOptions { AppId = tenant.AppId, AppSecret = tenant.AppSecret, AppHost = tenant.AppHost });
var request = signIn.CreateAuthorizationRequest(new() { RedirectUri = Callback });
using var callback = await tenant.SignInAsync(request.Uri, user);
var signedIn = await signIn.CompleteSignInAsync(request, AuthorizationCallback.Parse(callback.RequestUri!.AbsoluteUri));
Console.WriteLine($"signed in: {signedIn.IdToken!.Subject}");

// The example key of the standard.
const string Key = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
Console.WriteLine($"password: {new Sm2PasswordCipher().Encrypt("password", Key).Length}");
