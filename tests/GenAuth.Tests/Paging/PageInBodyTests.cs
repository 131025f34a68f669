using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

/// <summary>Enumerations whose page is a member of the body: each request has its own copy.</summary>
public sealed class PageInBodyTests : IDisposable
{
    private readonly Service _service;
    private readonly ManagementClient _client;
    private int _users;

    public PageInBodyTests()
    {
        _service = new Service(_ => $$$"""{"statusCode":200,"data":{"totalCount":3,"list":[{"userId":"{{{++_users}}}"}]}}""");
        _client = ManagementClients.Create(_service);
    }

    private IEnumerable<JObject> Bodies => _service.Sent.Select(sent => JObject.Parse(sent.Body!));

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Page_is_set_in_a_copy_that_keeps_the_rest()
    {
        var body = new ListUsersRequestDto { Keywords = "é", Options = new() { WithCustomData = true, Pagination = new() { Limit = 1 } } };
        body.AdditionalProperties["later"] = "2022-07-03T02:20:30.000Z";
        var before = JsonConvert.SerializeObject(body);

        await _client.ListUsersAutoPagingAsync(body).ToListAsync();

        Assert.Equal(before, JsonConvert.SerializeObject(body));
        Assert.Equal([1, 2, 3], Bodies.Select(sent => (int)sent.SelectToken("options.pagination.page")!));
        Assert.All(_service.Sent, sent =>
        {
            var rest = JsonConvert.DeserializeObject<ListUsersRequestDto>(sent.Body!)!;
            rest.Options!.Pagination!.Page = null;
            Assert.Equal(before, JsonConvert.SerializeObject(rest));
        });
    }

    [Fact]
    public async Task Members_on_the_way_to_the_page_are_created_where_they_are_missing()
    {
        var body = new ListUsersRequestDto();

        await _client.ListUsersAutoPagingAsync(body).ToListAsync();

        Assert.Null(body.Options);
        Assert.Equal("""{"options":{"pagination":{"page":3}}}""", _service.Sent[2].Body);
    }

    [Fact]
    public async Task Enumeration_begins_at_the_callers_page()
    {
        await _client.ListUsersAutoPagingAsync(new() { Options = new() { Pagination = new() { Page = 3 } } }).ToListAsync();

        Assert.Equal(3, (int)Bodies.Single().SelectToken("options.pagination.page")!);
    }

    [Fact]
    public void Page_that_is_not_a_positive_number_is_refused_at_once() => Assert.Throws<ArgumentException>(
        "options.pagination.page", () => _client.ListUsersAutoPagingAsync(new() { Options = new() { Pagination = new() { Page = 0 } } }));

    [Fact]
    public async Task Page_is_a_text_where_the_member_is_a_text()
    {
        await _client.ListTenantAdminsAutoPagingAsync(new() { TenantId = "tenant", Page = "2" }).ToListAsync();

        Assert.Equal(["2", "3"], Bodies.Select(sent => sent["page"]).Select(page => page!.Type == JTokenType.String ? (string?)page : null));
    }

    [Fact]
    public async Task Body_that_is_changed_during_the_enumeration_is_sent_as_it_was()
    {
        var body = new ListUsersRequestDto { Keywords = "before", Options = new() { WithCustomData = true } };
        await foreach (var _ in _client.ListUsersAutoPagingAsync(body))
        {
            body.Keywords = "after";
            body.Options.WithCustomData = false;
            body.Options.Pagination = new() { Page = 9 };
        }

        Assert.Equal([1, 2, 3], Bodies.Select(sent => (int)sent.SelectToken("options.pagination.page")!));
        Assert.All(Bodies, sent => Assert.Equal(("before", true), ((string?)sent["keywords"], (bool?)sent["options"]!["withCustomData"])));
    }
}
