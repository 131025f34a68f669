using System.Threading.Tasks;
using GenAuth;

namespace Library
{
    // In the language of netstandard2.0 projects, C# 7.3, and with its assets of the package.
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
    }
}
