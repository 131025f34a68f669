using System.Globalization;
using GenAuth.Models;
using GenAuth.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantParameterTests
{
    private const string ListUsers = "/api/v3/list-users";

    [Theory]
    [InlineData("ann", "1")]
    [InlineData("ANN@example", "1")]
    [InlineData("example", "1,2")]
    [InlineData("555", "2")]
    [InlineData("Acme", "")]
    [InlineData("", "1,2,3")]
    public async Task Keywords_find_users_in_the_default_fields(string keywords, string ids)
    {
        await using var tenant = await StartAsync();

        var page = await tenant.CreateManagementClient().ListUsersAsync(new() { Keywords = keywords });

        Assert.Equal(ids, string.Join(',', page.Data.List.Select(user => user.UserId)));
        Assert.Equal(page.Data.List.Count, page.Data.TotalCount);
    }

    [Theory]
    [InlineData("company", "Acme", "3")]
    [InlineData("phone", "ann", "")]
    [InlineData("id", "2", "2")]
    [InlineData("externalId", "ext", "1")]
    public async Task Keywords_are_searched_in_the_fields_of_fuzzySearchOn(string field, string keywords, string ids)
    {
        await using var tenant = await StartAsync();
        var request = new ListUsersRequestDto { Keywords = keywords, Options = new() { FuzzySearchOn = [new UserSearchField(field)] } };

        var page = await tenant.CreateManagementClient().ListUsersAsync(request);

        Assert.Equal(ids, string.Join(',', page.Data.List.Select(user => user.UserId)));
    }

    [Fact]
    public async Task Paging_counts_the_found_users_only()
    {
        await using var tenant = await StartAsync();
        var request = new ListUsersRequestDto { Keywords = "example", Options = new() { Pagination = new() { Page = 2, Limit = 1 } } };

        var page = await tenant.CreateManagementClient().ListUsersAsync(request);

        Assert.Equal(("2", 2), (Assert.Single(page.Data.List).UserId, page.Data.TotalCount));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Listed_users_have_custom_data_and_the_like_on_request_only(bool isWanted)
    {
        await using var tenant = await StartAsync();
        bool? flag = isWanted ? true : null;
        var request = new ListUsersRequestDto
        {
            Options = new() { WithCustomData = flag, WithIdentities = flag, WithDepartmentIds = flag, WithPost = flag },
        };

        var user = (await tenant.CreateManagementClient().ListUsersAsync(request)).Data.List[0];

        Assert.Equal(
            (isWanted, isWanted, isWanted, isWanted),
            (user.CustomData is not null, user.Identities is not null, user.DepartmentIds is not null, user.PostIdList is not null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public async Task Single_user_has_custom_data_and_identities_on_request_only(bool? flag)
    {
        await using var tenant = await StartAsync();

        var user = (await tenant.CreateManagementClient().GetUserAsync("1", new() { WithCustomData = flag, WithIdentities = flag })).Data;

        Assert.Equal((flag is true, flag is true), (user.CustomData is not null, user.Identities is not null));
    }

    [Theory]
    [InlineData("user_id", "1")]
    [InlineData("email", "ann@example.com")]
    [InlineData("phone", "18000000001")]
    [InlineData("username", "ann")]
    [InlineData("external_id", "ext-1")]
    public async Task User_is_found_by_every_implemented_kind_of_ID(string kind, string id)
    {
        await using var tenant = await StartAsync();

        Assert.Equal("1", (await tenant.CreateManagementClient().GetUserAsync(id, new() { UserIdType = kind })).Data.UserId);
        await Assert.ThrowsAsync<GenAuthNotFoundException>(() => tenant.CreateManagementClient().GetUserAsync("none", new() { UserIdType = kind }));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("sync_relation")]
    [InlineData("custom_field")]
    [InlineData("brand_new")]
    public async Task Another_kind_of_ID_is_not_implemented(string kind)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => tenant.CreateManagementClient().GetUserAsync("1", new() { UserIdType = kind }));

        Assert.Contains("userIdType", exception.ServiceMessage, StringComparison.Ordinal);
        Assert.Contains("GET /api/v3/get-user", exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"advancedFilter\":[{\"field\":\"status\",\"operator\":\"IN\",\"value\":[\"Activated\"]}]}", "advancedFilter")]
    [InlineData("{\"searchQuery\":{\"bool\":{}}}", "searchQuery")]
    [InlineData("{\"options\":{\"sort\":[{\"field\":\"email\",\"order\":\"asc\"}]}}", "options.sort")]
    [InlineData("{\"options\":{\"flatCustomData\":true}}", "options.flatCustomData")]
    public async Task Parameter_that_the_tenant_cannot_honour_is_not_implemented(string body, string parameter)
    {
        await using var tenant = await StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => ListAsync(tenant, body));

        Assert.Contains($"does not implement {parameter} of POST {ListUsers}", exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"advancedFilter\":[],\"searchQuery\":null,\"keywords\":null,\"options\":{\"sort\":[],\"flatCustomData\":false,\"fuzzySearchOn\":[]}}")]
    [InlineData("{\"options\":null}")]
    [InlineData("{\"options\":{\"pagination\":null}}")]
    public async Task Parameter_that_asks_for_nothing_is_no_obstacle(string body)
    {
        await using var tenant = await StartAsync();

        Assert.Equal(3, (await ListAsync(tenant, body)).Data.TotalCount);
    }

    [Theory]
    [InlineData("{\"keywords\":1}", "keywords")]
    [InlineData("{\"options\":[]}", "options")]
    [InlineData("{\"options\":{\"pagination\":1}}", "options.pagination")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":0}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":-1}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":1.5}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":2147483648}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":1e400}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"page\":\"1\"}}}", "options.pagination.page")]
    [InlineData("{\"options\":{\"pagination\":{\"limit\":0}}}", "options.pagination.limit")]
    [InlineData("{\"options\":{\"fuzzySearchOn\":\"phone\"}}", "options.fuzzySearchOn")]
    [InlineData("{\"options\":{\"fuzzySearchOn\":[\"password\"]}}", "options.fuzzySearchOn")]
    [InlineData("{\"options\":{\"withCustomData\":\"yes\"}}", "options.withCustomData")]
    public async Task Parameter_of_another_type_is_a_bad_request_that_names_it(string body, string parameter)
    {
        await using var tenant = await StartAsync();

        var response = await SendAsync(tenant, body);

        Assert.Equal(400, response.Envelope.StatusCode());
        Assert.Contains(parameter, response.Envelope.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 50, 3)]
    [InlineData(2, 50, 0)]
    [InlineData(42949673, 50, 0)]
    [InlineData(42949674, 50, 0)]
    [InlineData(85899347, 50, 0)]
    [InlineData(int.MaxValue, 1, 0)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    public async Task Page_far_behind_the_end_is_empty(int page, int limit, int count)
    {
        await using var tenant = await StartAsync();
        var request = new ListUsersRequestDto { Options = new() { Pagination = new() { Page = page, Limit = limit } } };

        var response = await tenant.CreateManagementClient().ListUsersAsync(request);

        Assert.Equal((count, 3), (response.Data.List.Count, response.Data.TotalCount));
    }

    [Theory]
    [InlineData("", "userId")]
    [InlineData("userId=", "userId")]
    [InlineData("UserId=1", "userId")]
    [InlineData("userId=1&withCustomData=yes", "withCustomData")]
    [InlineData("userId=1&withIdentities=1", "withIdentities")]
    public async Task Query_that_is_wrong_is_a_bad_request_that_names_the_parameter(string query, string parameter)
    {
        await using var tenant = await StartAsync();
        var signed = string.Join('&', query.Split('&').Order(StringComparer.Ordinal));

        var response = await new ForeignClient(tenant).SendAsync("GET", $"/api/v3/get-user?{query}", "/api/v3/get-user" + (signed.Length > 0 ? "?" + signed : ""));

        Assert.Equal(400, response.Envelope.StatusCode());
        Assert.Contains(parameter, response.Envelope.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_that_repeats_a_parameter_of_the_operation_is_a_bad_request()
    {
        await using var tenant = await StartAsync();

        var response = await new ForeignClient(tenant).SendAsync("GET", "/api/v3/get-user?userId=1&userId=2", "/api/v3/get-user?userId=[\"1\",\"2\"]");

        Assert.Equal(400, response.Envelope.StatusCode());
    }

    [Theory]
    [InlineData("tenantId")]
    [InlineData("customData")]
    public async Task Sign_in_option_that_the_tenant_cannot_honour_is_not_implemented_and_leaves_the_code_valid(string option)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        var code = tenant.IssueAlipayCode();
        var options = option == "tenantId" ? new SignInByMobileOptionsDto { TenantId = "t" } : new SignInByMobileOptionsDto { CustomData = new JObject() };

        var exception = await Assert.ThrowsAsync<GenAuthNotImplementedException>(() => client.SignInByAlipayAsync(tenant.AlipayConnection, code, options));

        Assert.Contains($"options.{option} of POST /api/v3/signin-by-mobile", exception.ServiceMessage, StringComparison.Ordinal);
        Assert.Equal(200, (await client.SignInByAlipayAsync(tenant.AlipayConnection, code, new() { Context = new JObject() })).StatusCode);
    }

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(User(1, user =>
        {
            user.Email = "ann@example.com";
            user.Username = "ann";
            user.ExternalId = "ext-1";
            user.CustomData = new JObject { ["school"] = "Acme" };
            user.Identities = [new IdentityDto()];
            user.DepartmentIds = ["d"];
            user.PostIdList = ["p"];
        }));
        tenant.AddUser(User(2, user =>
        {
            user.Name = "Bob Example";
            user.Nickname = "555";
        }));
        tenant.AddUser(User(3, user => user.Company = "Acme Ltd"));
        return tenant;
    }

    private static UserDto User(int number, Action<UserDto> configure)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var user = new UserDto { UserId = id, Status = UserStatus.Activated, Phone = $"1800000000{id}" };
        configure(user);
        return user;
    }

    private static Task<UserPaginatedRespDto> ListAsync(GenAuthTenant tenant, string body) =>
        tenant.CreateManagementClient().SendAsync<UserPaginatedRespDto>(HttpMethod.Post, ListUsers, body: JObject.Parse(body));

    // With a management token: these bodies are about the parameters, not about the signature.
    private static async Task<ForeignResponse> SendAsync(GenAuthTenant tenant, string body)
    {
        var key = $$"""{"accessKeyId":"{{tenant.AccessKeyId}}","accessKeySecret":"{{tenant.AccessKeySecret}}"}""";
        var token = (string)(await new ForeignClient(tenant).SendAsync("POST", "/api/v3/get-management-token", null, key)).Envelope.Data()["access_token"]!;
        return await new ForeignClient(tenant) { Headers = { ["Authorization"] = "Bearer " + token } }.SendAsync("POST", ListUsers, null, body);
    }
}
