using System.Text;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;

namespace GenAuth.Benchmarks.Allocations;

/// <summary>A call whose allocation is committed: one for each code path of the SDK.</summary>
/// <param name="Name">Its name in the file of figures.</param>
/// <param name="Calls">The number of calls in a round.</param>
/// <param name="CallAsync">Makes the call, and returns whether the response is the expected one.</param>
internal sealed record Operation(string Name, int Calls, Func<Task<bool>> CallAsync)
{
    private const int UsersOnPage = 50;

    private static readonly Uri Nowhere = new("http://127.0.0.1");

    /// <summary>The first two use a connection, the others a handler in memory, so that only the SDK determines the figure.</summary>
    public static IReadOnlyList<Operation> On(Uri address)
    {
        var wire = new SdkClient(address);
        var memory = new SdkClient(Nowhere, Returning(StubResponses.Page(UsersOnPage)));
        return
        [
            new("get-alipay-authinfo", 300, async () => await wire.GetAuthInfoAsync() == StubResponses.AuthInfoText),
            new("list-users of 50", 50, async () => await wire.ListUsersAsync(UsersOnPage) == UsersOnPage),
            new("decode 50 users", 50, async () => await memory.ReadUsersAsync() == UsersOnPage),
            new("page through 50 users", 50, Paging()),
            new("signed post", 300, SignedPost()),
            new("refused", 300, Refused()),
            new("form, plain response", 300, Form()),
            new("upload", 300, Upload()),
        ];
    }

    private static Func<Task<bool>> Paging()
    {
        var client = Management(StubResponses.Page(UsersOnPage));
        return async () =>
        {
            var count = 0;
            await foreach (var user in client.ListUsersAutoPagingAsync(new() { Options = new() { Pagination = new() { Limit = UsersOnPage } } }))
            {
                count++;
            }

            return count == UsersOnPage;
        };
    }

    private static Func<Task<bool>> SignedPost()
    {
        var client = Management("""{"statusCode":200,"message":"success","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c","data":{"success":true}}"""u8.ToArray());
        return async () => (await client.KickUsersAsync(new() { UserId = "6520f2d9a3c1b4e5f6a7b8c9", AppIds = ["6520f2d9a3c1b4e5f6a7b8d0"] })).Data.Success;
    }

    private static Func<Task<bool>> Refused()
    {
        var client = Authentication("""{"statusCode":401,"message":"The signature does not match.","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c","apiCode":1300}"""u8.ToArray());
        return async () =>
        {
            try
            {
                await client.GetAlipayAuthInfoAsync(Contestant.Connection);
                return false;
            }
            catch (GenAuthApiException exception)
            {
                return exception.ApiCode == 1300;
            }
        };
    }

    private static Func<Task<bool>> Form()
    {
        var client = Authentication("""{"active":true,"userPoolId":"6520f2d9a3c1b4e5f6a7b8c9","userId":"6520f2d9a3c1b4e5f6a7b8d0","exp":1700003600,"iat":1700000000}"""u8.ToArray());
        return async () => (await client.VerifyMfaTokenAsync(new() { Token = "6520f2d9a3c1b4e5f6a7b8d1" })).Active;
    }

    private static Func<Task<bool>> Upload()
    {
        var client = Management("""{"statusCode":200,"message":"success","requestId":"934108e5-9fbf-4d24-8da1-c330328abd6c","data":{"url":"https://files.example.com/1.csv"}}"""u8.ToArray());
        var file = new FileUpload(Encoding.ASCII.GetBytes("email\nuser@example.com\n"), "invitees.csv", "text/csv");
        return async () => (await client.UploadInviteesAsync(isPrivate: false, file)).Data.Url.EndsWith(".csv", StringComparison.Ordinal);
    }

    private static AuthenticationClient Authentication(byte[] response) => SdkClient.CreateAuthentication(Nowhere, Returning(response));

    private static ManagementClient Management(byte[] response) => SdkClient.CreateManagement(Nowhere, Returning(response));

    private static HttpClient Returning(byte[] response) => new(new CannedHandler(response));
}
