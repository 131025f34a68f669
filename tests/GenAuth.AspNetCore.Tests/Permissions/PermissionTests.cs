using System.Text.Json.Nodes;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.AspNetCore.Tests.Permissions.Support;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Permissions;

public sealed class PermissionTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TestTokens.Now);
    private PermissionService _service = null!;
    private ApiApp _app = null!;

    public async Task InitializeAsync()
    {
        _service = await PermissionService.StartAsync();
        _app = await PermissionApp.StartAsync(_service, _clock);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Permission_is_granted_to_the_user_who_has_it()
    {
        _service.Grant("user-1", "book", "read");

        Assert.Equal((200, "book"), await GetAsync("/book"));
        var request = Assert.Single(_service.Requests);
        Assert.Equal("/api/v3/check-permission", (string?)request["path"]);
        Assert.Equal(("user-1", PermissionService.Namespace, "read", "[\"book\"]"), ((string?)request["userId"], (string?)request["namespaceCode"], (string?)request["action"], request["resources"]!.ToJsonString()));
        Assert.False(request.ContainsKey("judgeConditionEnabled"));
    }

    [Fact]
    public async Task Permission_of_another_user_resource_or_action_does_not_count()
    {
        _service.Grant("user-2", "book", "read");
        _service.Grant("user-1", "book", "write");
        _service.Grant("user-1", "shelf", "read");

        Assert.Equal((403, string.Empty), await GetAsync("/book"));
        Assert.NotEmpty(_app.Log.OfEvent(130));
    }

    [Fact]
    public async Task Decision_is_cached_for_each_user()
    {
        _service.Grant("user-1", "book", "read");

        Assert.Equal((200, 200, 403, 403), (await StatusAsync("/book"), await StatusAsync("/book"), await StatusAsync("/book", "user-2"), await StatusAsync("/book", "user-2")));
        Assert.Equal(["user-1", "user-2"], _service.Requests.Select(static request => (string?)request["userId"]));
    }

    [Fact]
    public async Task Withdrawn_permission_is_denied_when_the_cached_decision_has_ended()
    {
        _service.Grant("user-1", "book", "read");
        Assert.Equal(200, await StatusAsync("/book"));
        _service.Withdraw("user-1", "book", "read");
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(200, await StatusAsync("/book"));
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(403, await StatusAsync("/book"));
    }

    [Fact]
    public async Task Permissions_of_one_endpoint_are_checked_in_one_request_for_each_action()
    {
        _service.Grant("user-1", "book", "read");
        _service.Grant("user-1", "shelf", "read");
        Assert.Equal((200, "both"), await GetAsync("/both"));
        Assert.Equal("[\"book\",\"shelf\"]", Assert.Single(_service.Requests)["resources"]!.ToJsonString());

        Assert.Equal(403, await StatusAsync("/two-actions"));
        Assert.Equal(["read", "write"], _service.Requests.Skip(1).Select(static request => (string?)request["action"]).Order());
    }

    [Fact]
    public async Task All_permissions_of_an_endpoint_are_required()
    {
        _service.Grant("user-1", "book", "read");

        Assert.Equal(403, await StatusAsync("/both"));
    }

    [Fact]
    public async Task Permission_is_part_of_a_named_policy()
    {
        Assert.Equal(403, await StatusAsync("/policy"));
        _service.Grant("user-2", "book", "write");
        Assert.Equal(200, await StatusAsync("/policy", "user-2"));
    }

    [Fact]
    public async Task Simultaneous_requests_of_a_user_share_one_check()
    {
        _service.Grant("user-1", "book", "read");
        var gate = new TaskCompletionSource();
        _service.Gate = gate.Task;
        var requests = Enumerable.Range(0, 32).Select(_ => StatusAsync("/book")).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(requests), static status => Assert.Equal(200, status));
        Assert.Single(_service.Requests);
    }

    [Fact]
    public async Task Anonymous_caller_is_challenged_and_not_checked()
    {
        Assert.Equal((401, "Bearer"), ((await _app.GetAsync("/book")).Status, (await _app.GetAsync("/book")).Challenge));
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public async Task Token_without_a_user_is_denied_and_not_checked()
    {
        var claims = TestTokens.AccessClaims(_service.Host + "/oidc");
        claims.Remove("sub");

        Assert.Equal(403, (await _app.GetAsync("/book", TestTokens.Hmac(claims))).Status);
        Assert.Empty(_service.Requests);
        Assert.NotEmpty(_app.Log.OfEvent(132));
    }

    [Fact]
    public async Task Failure_of_the_service_denies_with_503_and_is_not_cached()
    {
        _service.Grant("user-1", "book", "read");
        _service.Respond = static _ => new JsonObject { ["statusCode"] = 500, ["message"] = "broken" };
        var response = await _app.GetAsync("/book", PermissionApp.CreateToken(_service));
        Assert.Equal((503, "5"), (response.Status, response.RetryAfter));
        Assert.NotEmpty(_app.Log.OfEvent(131));

        _service.Respond = null;
        Assert.Equal(200, await StatusAsync("/book"));
    }

    [Fact]
    public async Task Service_that_refuses_the_access_key_denies()
    {
        _service.Respond = static _ => new JsonObject { ["statusCode"] = 401, ["message"] = "no" };

        Assert.Equal(503, await StatusAsync("/book"));
    }

    public static TheoryData<string, string> Evasions => new()
    {
        { "no results", """{"statusCode":200,"message":"","data":{"checkResultList":[]}}""" },
        { "no data", """{"statusCode":200,"message":""}""" },
        { "data is null", """{"statusCode":200,"message":"","data":null}""" },
        { "another resource", """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"books","action":"read","resource":"books","enabled":true}]}}""" },
        { "another action", """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"books","action":"write","resource":"book","enabled":true}]}}""" },
        { "another permission space", """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"films","action":"read","resource":"book","enabled":true}]}}""" },
        { "enabled is missing", """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"books","action":"read","resource":"book"}]}}""" },
        { "resource in another case", """{"statusCode":200,"message":"","data":{"checkResultList":[{"namespaceCode":"books","action":"read","resource":"Book","enabled":true}]}}""" },
    };

    [Theory]
    [MemberData(nameof(Evasions))]
    public async Task Response_that_does_not_state_the_permission_denies(string name, string response)
    {
        Assert.NotEmpty(name);
        _service.Respond = _ => JsonNode.Parse(response)!;

        Assert.True(await StatusAsync("/book") is 403 or 503);
    }

    [Fact]
    public async Task Ids_with_separators_do_not_share_a_decision()
    {
        // "a;4:read" with the action "x" must not have the key of "a" with the actions "read" and "x".
        _service.Grant("user;4:read", "book", "read");

        Assert.Equal((200, 403, 403), (await StatusAsync("/book", "user;4:read"), await StatusAsync("/book", "user"), await StatusAsync("/book", "user;4:rea")));
        Assert.Equal(3, _service.Requests.Count);
    }

    [Fact]
    public async Task Environment_is_sent_and_is_part_of_the_decision()
    {
        var city = "Beijing";
        await using var app = await PermissionApp.StartAsync(_service, _clock, options => options.GetEnvironment = context => new AuthEnvParams { Ip = context.Connection.RemoteIpAddress?.ToString(), City = city });
        _service.Respond = request => PermissionService.Success(_service.CreateResults(request, "user-1"));
        _service.Grant("user-1", "book", "read");
        var token = PermissionApp.CreateToken(_service);

        Assert.Equal(200, (await app.GetAsync("/book", token)).Status);
        city = "Wuhan";
        Assert.Equal(200, (await app.GetAsync("/book", token)).Status);

        Assert.Equal(2, _service.Requests.Count);
        Assert.All(_service.Requests, static request => Assert.True((bool)request["judgeConditionEnabled"]!));
        Assert.Equal(["Beijing", "Wuhan"], _service.Requests.Select(static request => (string?)request["authEnvParams"]!["city"]));
        Assert.Equal("127.0.0.1", (string?)_service.Requests.First()["authEnvParams"]!["ip"]);
    }

    [Theory]
    [InlineData(GenAuthResourceKind.Text, "/api/v3/check-permission-string-resource")]
    [InlineData(GenAuthResourceKind.Array, "/api/v3/check-permission-array-resource")]
    [InlineData(GenAuthResourceKind.Tree, "/api/v3/check-permission-tree-resource")]
    public async Task Users_token_can_be_used_for_the_check(GenAuthResourceKind kind, string path)
    {
        await using var app = await PermissionApp.StartAsync(_service, _clock, options => (options.Source, options.ResourceKind, options.Namespace) = (GenAuthPermissionSource.UserToken, kind, null));
        _service.Grant("user-1", "book", "read");
        var token = PermissionApp.CreateToken(_service);

        Assert.Equal(200, (await app.GetAsync("/book", token)).Status);
        var request = Assert.Single(_service.Requests);
        Assert.Equal((path, "Bearer " + token), ((string?)request["path"], (string?)request["authorization"]));
    }

    [Fact]
    public async Task Requirement_without_the_checks_stops_the_program()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var app = await ApiApp.StartAsync(
                static services => services.AddGenAuthApi(static options => (options.AppHost, options.AppId, options.AppSecret) = ("https://example.genauth.ai", "app", TestTokens.Secret)),
                static app => app.MapGet("/book", () => "book").RequireGenAuthPermission("book", "read"));
            await app.GetAsync("/open");
        });

        Assert.Contains("AddGenAuthPermissions", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<GenAuthPermissionOptions>> Invalid => new()
    {
        { "Namespace is empty", static options => options.Namespace = " " },
        { "CacheDuration must be", static options => options.CacheDuration = TimeSpan.FromHours(1) },
        { "No IManagementClient is registered with the key of ClientName", static options => options.ClientName = "another" },
        { "Source is not a defined value", static options => options.Source = (GenAuthPermissionSource)7 },
        { "GetEnvironment is set", static options => (options.Source, options.GetEnvironment) = (GenAuthPermissionSource.UserToken, static _ => new AuthEnvParams()) },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_option_stops_the_start_of_the_program(string problem, Action<GenAuthPermissionOptions> change)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => PermissionApp.StartAsync(_service, configure: change));

        Assert.Contains("GenAuth permissions: " + problem, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_management_client_stops_the_start_of_the_program()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => ApiApp.StartAsync(static services =>
        {
            services.AddGenAuthApi(static options => (options.AppHost, options.AppId, options.AppSecret) = ("https://example.genauth.ai", "app", TestTokens.Secret));
            services.AddGenAuthPermissions(static options => options.Namespace = "books");
        }));

        Assert.Contains("Call services.AddGenAuthManagement", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "read")]
    [InlineData("book", " ")]
    [InlineData("123456789012345678901234567890123456789012345678901", "read")]
    public void Invalid_requirement_throws(string resource, string action) => Assert.ThrowsAny<ArgumentException>(() => new GenAuthPermissionRequirement(resource, action));

    private async Task<int> StatusAsync(string path, string user = "user-1") => (await GetAsync(path, user)).Status;

    private async Task<(int Status, string Body)> GetAsync(string path, string user = "user-1")
    {
        var response = await _app.GetAsync(path, PermissionApp.CreateToken(_service, user));
        return (response.Status, response.Body);
    }
}
