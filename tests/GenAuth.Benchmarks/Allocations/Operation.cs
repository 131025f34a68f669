using System.Text;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;

namespace GenAuth.Benchmarks.Allocations;

/// <summary>A call whose allocation is committed. One of each kind that takes a way of its own through the SDK.</summary>
/// <param name="Name">In the file of figures.</param>
/// <param name="Calls">How many make one round.</param>
/// <param name="CallAsync">Calls, and says whether the answer is the right one.</param>
internal sealed record Operation(string Name, int Calls, Func<Task<bool>> CallAsync)
{
    private const int UsersOnPage = 50;

    private static readonly Uri Nowhere = new("http://127.0.0.1");

    /// <summary>The first two over the wire, the others from memory, where nothing but the SDK can change the figure.</summary>
    public static IReadOnlyList<Operation> On(Uri address)
    {
        var wire = new SdkClient(address);
        var memory = new SdkClient(Nowhere, Answering(Answers.Page(UsersOnPage)));
        return
        [
            new("get-alipay-authinfo", 300, async () => await wire.GetAuthInfoAsync() == Answers.AuthInfoText),
            new("list-users of 50", 50, async () => await wire.ListUsersAsync(UsersOnPage) == UsersOnPage),
            new("decode 50 users", 50, async () => await memory.ReadUsersAsync() == UsersOnPage),
            new("page through 50 users", 50, Paging()),
            new("signed post", 300, SignedPost()),
            new("refused", 300, Refused()),
            new("form, plain answer", 300, Form()),
            new("upload", 300, Upload()),
        ];
    }

    private static Func<Task<bool>> Paging()
    {
        var client = Management(Answers.Page(UsersOnPage));
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

    private static AuthenticationClient Authentication(byte[] answer) => SdkClient.CreateAuthentication(Nowhere, Answering(answer));

    private static ManagementClient Management(byte[] answer) => SdkClient.CreateManagement(Nowhere, Answering(answer));

    private static HttpClient Answering(byte[] answer) => new(new CannedHandler(answer));
}
