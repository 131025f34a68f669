using System.Globalization;
using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantManagementTests
{
    private const string GetUser = "/api/v3/get-user";

    [Theory]
    [InlineData(Edition.GenAuth, ManagementAuthorizationMethod.Signature)]
    [InlineData(Edition.GenAuth, ManagementAuthorizationMethod.ManagementToken)]
    [InlineData(Edition.Authing, ManagementAuthorizationMethod.Signature)]
    [InlineData(Edition.Authing, ManagementAuthorizationMethod.ManagementToken)]
    public async Task Both_ways_to_prove_the_access_key_are_accepted_in_both_editions(Edition edition, ManagementAuthorizationMethod method)
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { Edition = edition });
        tenant.AddUser(User("u 1&é\"<>"));

        var found = await tenant.CreateManagementClient(options => options.AuthorizationMethod = method).GetUserAsync("u 1&é\"<>");

        Assert.Equal("u 1&é\"<>", found.Data.UserId);
    }

    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature, 1300)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken, null)]
    public async Task A_wrong_secret_is_refused(ManagementAuthorizationMethod method, int? apiCode)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateManagementClient(options =>
        {
            options.AccessKeySecret = "wrong";
            options.AuthorizationMethod = method;
        });

        var exception = await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.GetUserAsync("1"));

        Assert.Equal(apiCode, exception.ApiCode?.Value);
        Assert.DoesNotContain(tenant.AccessKeySecret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_every_kind_of_value_is_signed_as_the_tenant_reads_it()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var body = new Dictionary<string, object?>
        {
            ["text"] = "a b&c=d/é😀\"\\\n",
            ["number"] = 1.50m,
            ["digits"] = 0.1 + 0.2,
            ["plain"] = 1.2345678901234567e20,
            ["tiny"] = 1.2345678901234567e-6,
            ["zero"] = -0.0,
            ["large"] = 1e21,
            ["small"] = 1e-7,
            ["flag"] = true,
            ["nothing"] = null,
            ["list"] = new object[] { 1, "zwei", new { drei = 3.0 } },
            ["options"] = new { pagination = new { page = 1, limit = 5 } },
        };

        var page = await tenant.CreateManagementClient().SendAsync<UserPaginatedRespDto>(HttpMethod.Post, "/api/v3/list-users", body: body);

        Assert.Equal(0, page.Data.TotalCount);
    }

    [Fact]
    public async Task A_client_whose_clock_is_wrong_learns_the_right_time_once()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(User("1"));
        var client = tenant.CreateManagementClient(options => options.TimeProvider = new LateClock());

        await client.GetUserAsync("1");
        await client.GetUserAsync("1");

        Assert.Equal([GetUser, GetUser, GetUser], tenant.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_nonce_is_good_for_one_request()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(User("1"));
        var client = tenant.CreateManagementClient(options => options.NonceGenerator = () => new string('0', 32));
        await client.GetUserAsync("1");

        var exception = await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.GetUserAsync("1"));

        Assert.Equal(ApiCode.SignatureNonceReused, exception.ApiCode);
    }

    [Theory]
    [InlineData(120, 50, 3)]
    [InlineData(120, null, 12)]
    [InlineData(100, 50, 2)]
    [InlineData(70, 1000, 2)]
    [InlineData(0, 50, 1)]
    public async Task All_users_come_once_with_no_request_too_many(int users, int? limit, int requests)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var ids = Enumerable.Range(1, users).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();
        ids.ForEach(id => tenant.AddUser(User(id)));
        var body = new ListUsersRequestDto { Options = new() { Pagination = new() { Limit = limit } } };

        var seen = new List<string>();
        await foreach (var user in tenant.CreateManagementClient().ListUsersAutoPagingAsync(body))
        {
            seen.Add(user.UserId);
        }

        Assert.Equal(ids, seen);
        Assert.Equal(requests, tenant.Requests.Count);
    }

    [Fact]
    public async Task An_unknown_user_is_not_found()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => tenant.CreateManagementClient().GetUserAsync("nobody"));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
    }

    [Fact]
    public async Task A_reset_forgets_users_and_tokens()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(User("1"));
        var client = tenant.CreateManagementClient(options => options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken);
        await client.GetUserAsync("1");

        tenant.Reset();
        tenant.AddUser(User("2"));
        await client.GetUserAsync("2");

        Assert.Equal([GetUser, "/api/v3/get-management-token", GetUser], tenant.Requests.Select(request => request.Path));
    }

    private static UserDto User(string id) => new() { UserId = id, Status = UserStatus.Activated, CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch };

    private sealed class LateClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddMinutes(-10);
    }
}
