using System.Globalization;
using GenAuth.Models;
using GenAuth.Testing;
using GenAuth.Tests.Drift;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantAuditLogTests
{
    [Fact]
    public async Task Updates_are_in_the_audit_logs_the_latest_first()
    {
        await using var tenant = await StartAsync();
        var recorder = new DriftRecorder();
        var management = tenant.CreateManagementClient(options => options.SchemaDriftObserver = recorder);
        await management.UpdateUserAsync(new() { UserId = "1", Nickname = "first" });
        await management.UpdateUserAsync(new() { UserId = "1", Nickname = "second" });

        var logs = (await management.GetAdminAuditLogsAsync(new())).Data;

        Assert.Equal(2, logs.TotalCount);
        Assert.Equal("second", (string?)JObject.Parse(logs.List[0].TargetValue!)["nickname"]);
        Assert.Equal("first", (string?)JObject.Parse(logs.List[0].OriginValue!)["nickname"]);
        Assert.Equal((AdminOperationType.Update, AdminAuditResourceType.User, true), (logs.List[0].OperationType, logs.List[0].ResourceType, logs.List[0].Success));
        Assert.Equal(tenant.AccessKeyId, logs.List[0].AdminUserId);
        // The user of this test lacks members that the service always sends; the entries do not.
        Assert.DoesNotContain(recorder.All, drift => drift.Operation == "Management_getAdminAuditLogs");
    }

    [Fact]
    public async Task Update_that_fails_is_not_in_the_audit_logs()
    {
        await using var tenant = await StartAsync();
        var management = tenant.CreateManagementClient();
        await Assert.ThrowsAsync<GenAuthNotFoundException>(() => management.UpdateUserAsync(new() { UserId = "2" }));

        Assert.Equal(0, (await management.GetAdminAuditLogsAsync(new())).Data.TotalCount);
    }

    [Fact]
    public async Task Audit_logs_come_in_pages()
    {
        await using var tenant = await StartAsync();
        var management = tenant.CreateManagementClient();
        for (var number = 0; number < 5; number++)
        {
            await management.UpdateUserAsync(new() { UserId = "1", Nickname = number.ToString(CultureInfo.InvariantCulture) });
        }

        var pages = new List<int>();
        await foreach (var page in management.GetAdminAuditLogsAutoPagingAsync(new() { Pagination = new() { Limit = 2 } }).AsPages())
        {
            pages.Add(page.Items.Count);
        }

        Assert.Equal([2, 2, 1], pages);
    }

    [Theory]
    [InlineData("""{"operationType":"update"}""", 1)]
    [InlineData("""{"operationType":"create"}""", 0)]
    [InlineData("""{"operationType":"all","resourceType":"all"}""", 1)]
    [InlineData("""{"resourceType":"tenant"}""", 0)]
    [InlineData("""{"userId":"somebody"}""", 0)]
    [InlineData("""{"clientIp":"127.0.0.1","success":true}""", 1)]
    [InlineData("""{"success":false}""", 0)]
    [InlineData("""{"requestId":"other"}""", 0)]
    public async Task Filter_selects_entries(string filter, int expected)
    {
        await using var tenant = await StartAsync();
        await tenant.CreateManagementClient().UpdateUserAsync(new() { UserId = "1", Nickname = "x" });

        Assert.Equal(expected, (int)(await SendAsync(tenant, filter))["data"]!["totalCount"]!);
    }

    [Theory]
    [InlineData("""{"success":"yes"}""", "success")]
    [InlineData("""{"userId":1}""", "userId")]
    [InlineData("""{"pagination":{"page":0}}""", "pagination.page")]
    [InlineData("""{"pagination":[]}""", "pagination")]
    public async Task Invalid_filter_is_refused_and_named(string filter, string member)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthBadRequestException>(() => SendAsync(tenant, filter));

        Assert.Contains(member, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("end")]
    public async Task Period_is_not_implemented(string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => SendAsync(tenant, $$"""{"{{parameter}}":11}"""));

        Assert.Contains(parameter + " of POST /api/v3/get-admin-audit-logs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_removes_the_audit_logs()
    {
        await using var tenant = await StartAsync();
        await tenant.CreateManagementClient().UpdateUserAsync(new() { UserId = "1", Nickname = "x" });

        tenant.Reset();

        Assert.Equal(0, (await tenant.CreateManagementClient().GetAdminAuditLogsAsync(new())).Data.TotalCount);
    }

    private static Task<JObject> SendAsync(GenAuthTenant tenant, string body) =>
        tenant.CreateManagementClient().SendAsync<JObject>(HttpMethod.Post, "/api/v3/get-admin-audit-logs", body: JObject.Parse(body));

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new() { UserId = "1", Status = UserStatus.Activated });
        return tenant;
    }
}
