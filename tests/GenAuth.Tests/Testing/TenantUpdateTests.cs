using GenAuth.Models;
using GenAuth.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantUpdateTests
{
    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Update_changes_members_with_a_value_clears_null_ones_and_leaves_the_others(ManagementAuthorizationMethod method)
    {
        await using var tenant = await StartAsync();
        var management = tenant.CreateManagementClient(options => options.AuthorizationMethod = method);
        var request = new UpdateUserReqDto { UserId = "1", Name = "Bob" };
        request.SetNull(nameof(UpdateUserReqDto.Nickname));
        request.SetNull(nameof(UpdateUserReqDto.CustomData));
        request.SetNull(nameof(UpdateUserReqDto.EmailVerified));

        var changed = (await management.UpdateUserAsync(request)).Data;
        var found = (await management.GetUserAsync("1", new() { WithCustomData = true })).Data;

        Assert.All([changed, found], user =>
        {
            Assert.Equal(("Bob", null, "Acme", false), (user.Name, user.Nickname, user.Company, user.EmailVerified));
            Assert.Null(user.CustomData);
            Assert.Equal(UserStatus.Activated, user.Status);
        });
        Assert.Equal("""{"userId":"1","name":"Bob","nickname":null,"emailVerified":null,"customData":null}""", tenant.Requests[^2].Body);
    }

    [Fact]
    public async Task Update_leaves_the_user_that_was_added_as_it_is()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var user = new UserDto { UserId = "1", Nickname = "ann" };
        tenant.AddUser(user);

        await tenant.CreateManagementClient().UpdateUserAsync(new() { UserId = "1", Nickname = "bob" });

        Assert.Equal("ann", user.Nickname);
    }

    [Theory]
    [InlineData("user_id", "1")]
    [InlineData("email", "ann@example.com")]
    [InlineData("username", "ann")]
    public async Task Update_finds_the_user_by_the_kind_of_id(string type, string id)
    {
        await using var tenant = await StartAsync();

        var changed = await tenant.CreateManagementClient().UpdateUserAsync(new() { UserId = id, Nickname = "x", Options = new() { UserIdType = type } });

        Assert.Equal(("1", "x"), (changed.Data.UserId, changed.Data.Nickname));
    }

    [Fact]
    public async Task Update_of_an_unknown_user_is_not_found()
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => tenant.CreateManagementClient().UpdateUserAsync(new() { UserId = "2" }));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
    }

    [Theory]
    [InlineData("""{"nickname":"x"}""", "userId")]
    [InlineData("""{"userId":null}""", "userId")]
    [InlineData("""{"userId":[]}""", "userId")]
    [InlineData("""{"userId":"1","nickname":["x"]}""", "nickname")]
    [InlineData("""{"userId":"1","options":7}""", "options")]
    public async Task Update_refuses_a_member_of_another_type_and_names_it(string body, string member)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthBadRequestException>(() => SendAsync(tenant, body));

        Assert.Contains(member, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"userId":"1","password":"hunter2"}""", "password")]
    [InlineData("""{"userId":"1","metadata":{}}""", "metadata")]
    [InlineData("""{"userId":"1","options":{"userIdType":"identity"}}""", "this value of options.userIdType")]
    [InlineData("""{"userId":"1","options":{"resetPasswordOnNextLogin":true}}""", "options.resetPasswordOnNextLogin")]
    public async Task Update_says_which_parameter_it_does_not_implement(string body, string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => SendAsync(tenant, body));

        Assert.Contains($"does not implement {parameter} of POST /api/v3/update-user", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Update_ignores_members_that_the_API_does_not_have()
    {
        await using var tenant = await StartAsync();

        var changed = await SendAsync(tenant, """{"userId":"1","createdAt":"x","mine":[1],"nickname":"x"}""");

        Assert.Equal("x", (string?)changed["data"]!["nickname"]);
        Assert.Null(changed["data"]!["mine"]);
    }

    [Fact]
    public async Task Updates_at_the_same_time_all_count()
    {
        await using var tenant = await StartAsync();
        var management = tenant.CreateManagementClient();

        await Task.WhenAll(
            management.UpdateUserAsync(new() { UserId = "1", Nickname = "n" }), management.UpdateUserAsync(new() { UserId = "1", Name = "m" }),
            management.UpdateUserAsync(new() { UserId = "1", City = "c" }), management.UpdateUserAsync(new() { UserId = "1", Photo = "p" }));

        var user = (await management.GetUserAsync("1")).Data;
        Assert.Equal(("n", "m", "c", "p"), (user.Nickname, user.Name, user.City, user.Photo));
    }

    private static Task<JObject> SendAsync(GenAuthTenant tenant, string body) =>
        tenant.CreateManagementClient().SendAsync<JObject>(HttpMethod.Post, "/api/v3/update-user", body: JObject.Parse(body));

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new()
        {
            UserId = "1",
            Status = UserStatus.Activated,
            Email = "ann@example.com",
            EmailVerified = true,
            Username = "ann",
            Name = "Ann",
            Nickname = "annie",
            Company = "Acme",
            CustomData = new JObject { ["a"] = 1 },
        });
        return tenant;
    }
}
