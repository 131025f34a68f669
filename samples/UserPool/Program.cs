// What an administration does with the users of a pool: find one, change one, list a department, read the audit logs, rotate the access
// key. Without settings it runs against a tenant inside this process; UserPool.cs lists the environment variables for a real one.
using GenAuth;
using GenAuth.Models;
using UserPoolSample;

try
{
    await using var pool = await UserPool.OpenAsync();
    IManagementClient management = pool.Client;

    Console.WriteLine("User pool with the GenAuth .NET SDK");
    Console.WriteLine($"Service: {pool.Description}");

    Step("1. Find a user by e-mail address");
    UserSingleRespDto found = await management.Users.GetUserAsync(pool.Email, new GetUserOptions { UserIdType = UserIdType.Email });
    UserDto user = found.Data;
    Show(user);

    Step("2. Clear the nickname");
    var change = new UpdateUserReqDto { UserId = user.UserId };
    change.SetNull(nameof(change.Nickname));
    Show((await management.Users.UpdateUserAsync(change)).Data);

    // Each page is requested when the enumeration arrives at it.
    Step($"3. List the members of the department {pool.Department}");
    var options = new ListDepartmentMembersOptions { SortBy = DepartmentMemberSortField.CreatedAt, Limit = 20 };
    var count = 0;
    await foreach (UserDto member in management.Departments.ListDepartmentMembersAutoPagingAsync(pool.Organization, pool.Department, options))
    {
        count++;
        if (count <= 3)
        {
            Show(member);
        }
    }

    Console.WriteLine($"  {count} members");

    // A program that may be interrupted stores the token of a page, and resumes with AsPages(token).
    Step("4. Read the audit logs page by page");
    AsyncPageable<AdminAuditLogDto> logs = management.AuditLogs.GetAdminAuditLogsAutoPagingAsync(new GetAdminAuditLogsDto { OperationType = AdminOperationType.Update });
    await foreach (Page<AdminAuditLogDto> page in logs.AsPages())
    {
        Console.WriteLine($"  {page.Items.Count} of {page.TotalCount} entries; the next page is {page.ContinuationToken ?? "none"}");
        foreach (AdminAuditLogDto log in page.Items)
        {
            Console.WriteLine($"  {log.Timestamp}  {log.OperationType} {log.ResourceType}");
        }
    }

    // The client asks the provider of UserPool.cs for the key of every request. The client is not created again, and no call fails.
    Step("5. Rotate the access key");
    if (pool.RotateKey())
    {
        Show((await management.Users.GetUserAsync(user.UserId)).Data);
        Console.WriteLine("  The request was signed with the new key.");
    }
    else
    {
        Console.WriteLine("  Skipped: create a second key in the console, and let your provider return it.");
    }

    Step("6. See a failure");
    try
    {
        await management.Users.GetUserAsync("no-such-user");
        Console.WriteLine("  There is a user of that ID.");
    }
    catch (GenAuthNotFoundException exception)
    {
        Console.WriteLine($"  apiCode {exception.ApiCode}: {exception.Remedy}");
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

static void Show(UserDto user) => Console.WriteLine($"  {user.UserId}  {user.Status}, created {user.CreatedAt:u}, nickname {(user.Nickname is null ? "not set" : "set")}");
