using System.Threading.Tasks;
using GenAuth;
using GenAuth.OpenIdConnect;

namespace Library
{
    // Written in C# 7.3, the default of netstandard2.0, and compiled against that assembly of the package.
    public static class Login
    {
        public static async Task<string> StartAsync(string host, string connection)
        {
            var client = new AuthenticationClient(new AuthenticationClientOptions { AppId = "app", AppHost = host });
            try
            {
                var response = await client.GetAlipayAuthInfoAsync(connection).ConfigureAwait(false);
                return response.Data.AuthInfo;
            }
            catch (GenAuthForbiddenException exception)
            {
                return "refused: " + exception.ApiCode;
            }
        }

        public static string GetAddress(string host)
        {
            var client = new OpenIdConnectClient(new OpenIdConnectClientOptions { AppId = "app", AppHost = host, AppSecret = "0123456789abcdef0123456789abcdef" });
            return client.CreateAuthorizationRequest(new AuthorizationRequestOptions { RedirectUri = "https://app.example.com/callback" }).Uri.AbsolutePath;
        }
    }
}
