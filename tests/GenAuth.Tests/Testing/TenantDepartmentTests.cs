using GenAuth.Models;
using GenAuth.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantDepartmentTests
{
    [Fact]
    public async Task Members_are_the_users_with_the_department_the_latest_first()
    {
        await using var tenant = await StartAsync();

        var members = await ListAsync(tenant, "sales");

        Assert.Equal(["4", "3", "1"], members.Select(user => user.UserId));
        Assert.All(members, user => Assert.Null(user.DepartmentIds));
    }

    [Theory]
    [InlineData("userId", "Asc", "1,3,4")]
    [InlineData("userId", "Desc", "4,3,1")]
    [InlineData("createAt", "Asc", "4,1,3")]
    [InlineData("JoinDepartmentAt", "Asc", "1,3,4")]
    public async Task Members_are_sorted_as_requested(string field, string order, string expected)
    {
        await using var tenant = await StartAsync();

        var members = await ListAsync(tenant, "sales", new() { SortBy = field, OrderBy = order, WithDepartmentIds = true });

        Assert.Equal(expected, string.Join(',', members.Select(user => user.UserId)));
        Assert.All(members, user => Assert.Contains("sales", user.DepartmentIds!));
    }

    [Fact]
    public async Task Members_come_in_pages()
    {
        await using var tenant = await StartAsync();

        var second = await tenant.CreateManagementClient().Departments.ListDepartmentMembersAsync("org", "sales", new() { Page = 2, Limit = 2 });

        Assert.Equal((3, "1"), (second.Data.TotalCount, Assert.Single(second.Data.List).UserId));
    }

    [Fact]
    public async Task Department_without_members_is_not_found()
    {
        await using var tenant = await StartAsync();

        await Assert.ThrowsAsync<GenAuthNotFoundException>(() => ListAsync(tenant, "nowhere"));
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=99999999999", "limit")]
    [InlineData("sortBy=name", "sortBy")]
    [InlineData("orderBy=asc", "orderBy")]
    [InlineData("withCustomData=yes", "withCustomData")]
    [InlineData("page=1&page=2", "page")]
    public async Task Invalid_parameter_is_refused_and_named(string query, string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthBadRequestException>(() => SendAsync(tenant, "organizationCode=org&departmentId=sales&" + query));

        Assert.Contains(parameter, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departmentId=sales", "organizationCode")]
    [InlineData("organizationCode=org&departmentId=", "departmentId")]
    public async Task Missing_parameter_is_refused_and_named(string query, string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthBadRequestException>(() => SendAsync(tenant, query));

        Assert.Contains(parameter + " is missing", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departmentIdType=code", "departmentIdType")]
    [InlineData("includeChildrenDepartments=true", "includeChildrenDepartments")]
    [InlineData("tenantId=1", "tenantId")]
    public async Task Parameter_that_is_not_implemented_is_named(string query, string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => SendAsync(tenant, "organizationCode=org&departmentId=sales&" + query));

        Assert.Contains(parameter + " of GET /api/v3/list-department-members", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<List<UserDto>> ListAsync(GenAuthTenant tenant, string department, ListDepartmentMembersOptions? options = null)
    {
        var found = new List<UserDto>();
        await foreach (var user in tenant.CreateManagementClient().Departments.ListDepartmentMembersAutoPagingAsync("org", department, options))
        {
            found.Add(user);
        }

        return found;
    }

    private static Task<JObject> SendAsync(GenAuthTenant tenant, string query) =>
        tenant.CreateManagementClient().SendAsync<JObject>(
            HttpMethod.Get, "/api/v3/list-department-members", query.Split('&').Select(pair => KeyValuePair.Create(pair.Split('=')[0], (string?)pair.Split('=')[1])));

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        Add("1", 2, "sales");
        Add("2", 1, "research");
        Add("3", 3, "sales", "research");
        Add("4", 1, "sales");
        return tenant;

        void Add(string id, int day, params string[] departments) => tenant.AddUser(new()
        {
            UserId = id,
            Status = UserStatus.Activated,
            CreatedAt = new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero),
            DepartmentIds = departments,
        });
    }
}
