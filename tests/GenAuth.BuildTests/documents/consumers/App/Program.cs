using GenAuth;
using GenAuth.Models;

// A program that uses the package: one example of each construct of the templates.
var client = new AuthenticationClient(new AuthenticationClientOptions { AppId = "app", AppSecret = "secret", AppHost = args[0] });

var authInfo = await client.GetAlipayAuthInfoAsync("my-alipay");
Console.WriteLine($"authInfo: {authInfo.Data.AuthInfo}");

var login = await client.SignInByAlipayAsync("my-alipay", "code-1", new SignInByMobileOptionsDto { Scope = "openid" });
Console.WriteLine($"login: {login.Data.AccessToken} {login.Data.TokenType} {login.Data.ExpireIn}");

var listed = await client.ListThingPartsAsync(
    thingId: "a/b",
    mainKind: ThingKind.Big,
    page: 2,
    new ListThingPartsOptions
    {
        Kind = ThingKind.VerySmall,
        PartNames = ["p q", "r"],
        OtherKinds = ["huge"],
        AfterId = 9007199254740993,
        MinWeight = 0.5,
        OnlyNew = true,
        Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(8)),
    });
Console.WriteLine($"kind: {listed.Data.Kind} {listed.Data.Kind.IsKnown} {listed.Data.OtherKinds![0].IsKnown}");

await client.CreateThingAsync();
await client.CreateThingAsync(new ThingDto
{
    Name = "n",
    Kind = ThingKind.OneTimes,
    Count = 0,
    Parts = [],
    OtherKinds = [ThingKind.Big],
    Weight = 0.5,
    IsNew = false,
    Labels = new Dictionary<string, string> { ["l"] = "x" },
});

var exchanged = await client.ExchangeThingAsync(new ThingDto { Name = "n&m", Kind = ThingKind.Big, Count = 2, Parts = [] });
Console.WriteLine($"exchanged: {exchanged["data"]!["name"]}");
await client.UploadThingPhotoAsync("t", new FileUpload("pixels"u8.ToArray(), "p.png", "image/png"));
await client.GetApprovalAsync("7");

var management = new ManagementClient(new ManagementClientOptions { AccessKeyId = "key", AccessKeySecret = "secret", Host = args[0] });
Console.WriteLine($"listed: {await CountAsync(management.ListThingsAutoPagingAsync(new() { Limit = 1 }))}");
Console.WriteLine($"found: {await CountAsync(management.SearchThingsAutoPagingAsync(new SearchThingsDto { Keywords = "k" }))}");
Console.WriteLine($"scrolled: {await CountAsync(management.ScrollThingsAutoPagingAsync(new ScrollThingsDto { Size = 1 }))}");

#pragma warning disable CS0618 // The document deprecates it: the call checks that the compiler warns.
await client.DeleteThingPartsAsync("t");
#pragma warning restore CS0618

try
{
    await client.GetAlipayAuthInfoAsync("refused");
}
catch (GenAuthForbiddenException exception)
{
    Console.WriteLine($"refused: {exception.StatusCode} {exception.ApiCode} {exception.RequestId}");
}

static async Task<int> CountAsync(IAsyncEnumerable<ThingDto> things)
{
    var count = 0;
    await foreach (var thing in things)
    {
        count += thing.Count;
    }

    return count;
}
