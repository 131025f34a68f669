using GenAuth.Models;
using GenAuth.Testing;
using GenAuth.Tests.Drift;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantPermissionTests
{
    private static readonly UserDto Ada = new() { UserId = "1", Status = UserStatus.Activated };

    [Fact]
    public async Task Granted_permission_is_the_only_one_that_is_enabled()
    {
        await using var tenant = await StartAsync();
        var recorder = new DriftRecorder();
        var management = tenant.CreateManagementClient(options => options.SchemaDriftObserver = recorder);

        var results = (await management.CheckPermissionAsync(CreateQuery("report", "invoice"))).Data.CheckResultList;

        Assert.Equal([("report", true), ("invoice", false)], results.Select(result => (result.Resource, result.Enabled)));
        Assert.All(results, result => Assert.Equal(("books", "read"), (result.NamespaceCode, result.Action)));
        Assert.Empty(recorder.All);
    }

    [Fact]
    public async Task Permission_for_another_action_space_or_user_is_not_enabled()
    {
        await using var tenant = await StartAsync();
        var other = new UserDto { UserId = "2", Status = UserStatus.Activated };
        tenant.AddUser(other);
        tenant.GrantPermission(Ada, "books", "invoice", "write");
        tenant.GrantPermission(Ada, "shop", "invoice", "read");
        tenant.GrantPermission(other, "books", "invoice", "read");

        Assert.False(await IsEnabledAsync(tenant, "invoice"));
    }

    [Fact]
    public async Task Revoked_permission_is_not_enabled()
    {
        await using var tenant = await StartAsync();
        Assert.True(await IsEnabledAsync(tenant, "report"));

        tenant.RevokePermission(Ada, "books", "report", "read");

        Assert.False(await IsEnabledAsync(tenant, "report"));
    }

    [Fact]
    public async Task Permissions_end_with_a_reset()
    {
        await using var tenant = await StartAsync();

        tenant.Reset();

        tenant.AddUser(Ada);
        Assert.False(await IsEnabledAsync(tenant, "report"));
    }

    [Fact]
    public async Task Unknown_user_is_not_found()
    {
        await using var tenant = await StartAsync();
        var query = CreateQuery("report");
        query.UserId = "3";

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => tenant.CreateManagementClient().CheckPermissionAsync(query));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
    }

    [Theory]
    [InlineData("""{ "userId": "1", "namespaceCode": "books", "action": "read" }""", "resources is required.")]
    [InlineData("""{ "userId": "1", "namespaceCode": "books", "resources": ["a"] }""", "action is required.")]
    [InlineData("""{ "userId": 1, "namespaceCode": "books", "action": "read", "resources": ["a"] }""", "userId must be a text.")]
    [InlineData("""{ "userId": "1", "namespaceCode": "books", "action": "read", "resources": [""] }""", "resources must be texts of 1 to 50 characters.")]
    [InlineData("""{ "userId": "1", "namespaceCode": "books", "action": "read", "resources": "a" }""", "resources must be a list of texts.")]
    public async Task Invalid_body_is_refused_with_its_member(string body, string message)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAnyAsync<GenAuthException>(() =>
            tenant.CreateManagementClient().SendAsync<JObject>(HttpMethod.Post, "/api/v3/check-permission", body: JObject.Parse(body)));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_of_policies_are_not_implemented()
    {
        await using var tenant = await StartAsync();
        var query = CreateQuery("report");
        query.JudgeConditionEnabled = true;

        var exception = await Assert.ThrowsAnyAsync<GenAuthException>(() => tenant.CreateManagementClient().CheckPermissionAsync(query));

        Assert.Contains("judgeConditionEnabled of POST /api/v3/check-permission", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<bool> IsEnabledAsync(GenAuthTenant tenant, string resource) =>
        (await tenant.CreateManagementClient().CheckPermissionAsync(CreateQuery(resource))).Data.CheckResultList.Single().Enabled;

    private static CheckPermissionDto CreateQuery(params string[] resources) => new() { UserId = "1", NamespaceCode = "books", Action = "read", Resources = resources };

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(Ada);
        tenant.GrantPermission(Ada, "books", "report", "read");
        return tenant;
    }
}
