// The users of a pool, page by page, with an access key. Without settings it runs against a tenant inside this process; see
// UserPool.cs for the environment variables that let it talk to a real one.
using System.Globalization;
using GenAuth;
using GenAuth.Models;
using UserPoolSample;

try
{
    await using var pool = await UserPool.OpenAsync();
    IManagementClient client = pool.Client;

    Console.WriteLine("User pool with the GenAuth .NET SDK");
    Console.WriteLine($"Service: {pool.Description}");

    // Every request is signed with the access key; nothing else is needed.
    Step("1. Ask for one page of 50 users");
    var request = new ListUsersRequestDto { Options = new ListUsersOptionsDto { Pagination = new PaginationDto { Page = 1, Limit = 50 } } };
    UserPaginatedRespDto page = await client.Users.ListUsersAsync(request);
    Field("On this page", page.Data.List.Count);
    Field("In all", page.Data.TotalCount);

    // The same operation for all pages. Each page is requested when the enumeration arrives at it.
    Step("2. Go through all of them");
    AsyncPageable<UserDto> users = client.Users.ListUsersAutoPagingAsync(request);
    var count = 0;
    UserDto? last = null;
    await foreach (var user in users)
    {
        count++;
        last = user;
    }

    Field("Seen", count);
    Field("The last one", last is null ? "none" : $"{last.Status}, created {last.CreatedAt:u}");

    // Page by page. A program that is interrupted stores the token, and resumes with AsPages(token).
    await foreach (var part in users.AsPages())
    {
        Field("Page", $"{part.Items.Count} of {part.TotalCount}, the next one is {part.ContinuationToken ?? "none"}");
    }

    Step("3. Get one");
    if (last is not null)
    {
        UserSingleRespDto found = await client.Users.GetUserAsync(last.UserId);
        Field("Status", $"{found.Data.Status} ({(found.Data.Status.IsKnown ? "known" : "not known")} to this version)");
    }

    // To diagnose apiCode 1300 (invalid signature). Nothing is sent; values are masked unless showValues is true.
    Step("4. See what is signed");
    Console.WriteLine(client.ExplainSignature(HttpMethod.Get, "/api/v3/get-user", new Dictionary<string, string?> { ["userId"] = "65f0" }).StringToSign);

    Step("5. See a failure");
    try
    {
        await client.Users.GetUserAsync("no-such-user");
        Console.WriteLine("There is a user of that ID.");
    }
    catch (GenAuthApiException exception)
    {
        Field("Exception", exception.GetType().Name);
        Field("ApiCode", exception.ApiCode is { } apiCode ? apiCode : "none");
        Field("Remedy", exception.Remedy);
    }

    return 0;
}
catch (InvalidOperationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (GenAuthException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static void Step(string title) => Console.WriteLine($"{Environment.NewLine}{title}");

static void Field(string name, object? value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-14}{value ?? "-"}"));
