using GenAuth.Http;
using GenAuth.Pipeline;
using GenAuth.Models;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Paging;

public sealed class PagedRequestTests
{
    private static readonly PageSettings InQuery = new(PagePlace.Query, "page");
    private static readonly PageSettings InBody = new(PagePlace.Body, "options.pagination.page");

    [Fact]
    public void A_page_of_a_query_keeps_the_rest_of_it_and_changes_no_other_page()
    {
        var request = new ApiRequest("Management_list", HttpMethod.Get, "/api/v3/list") { UsesClientCredentials = true };
        request.Query.Add("limit", 2);
        request.Query.Add("page", 4);
        request.Query.Add("status", ["a", "b"]);
        var pages = new PagedRequest(request, InQuery);

        var fifth = pages.At(5);
        pages.At(6);

        Assert.Equal(4, pages.FirstPage);
        Assert.Equal("?limit=2&status%5B%5D=a&status%5B%5D=b&page=5", fifth.Query.ToString());
        Assert.Equal("?limit=2&page=4&status%5B%5D=a&status%5B%5D=b", request.Query.ToString());
        Assert.Equal(("Management_list", HttpMethod.Get, "/api/v3/list", true), (fifth.Operation, fifth.Method, fifth.Path, fifth.UsesClientCredentials));
        Assert.Null(fifth.Body);
    }

    [Fact]
    public void A_page_of_a_body_is_a_copy_of_what_the_caller_gave()
    {
        var body = new ListUsersRequestDto { Keywords = "é", Options = new() { WithCustomData = true } };
        body.AdditionalProperties["later"] = "2022-07-03T02:20:30.000Z";
        var before = JsonConvert.SerializeObject(body);
        var pages = new PagedRequest(new ApiRequest("Management_listUsers", HttpMethod.Post, "/api/v3/list-users") { Body = body }, InBody);

        var second = (JObject)pages.At(2).Body!;
        pages.At(3);

        Assert.Equal(1, pages.FirstPage);
        Assert.Equal(before, JsonConvert.SerializeObject(body));
        Assert.Equal(2, (int)second.SelectToken(InBody.Position)!);
        Assert.Equal((true, "é"), ((bool)second["options"]!["withCustomData"]!, (string)second["keywords"]!));
        Assert.Equal("2022-07-03T02:20:30.000Z", (string?)second["later"]);
    }

    [Fact]
    public void The_members_on_the_way_to_the_page_are_made_where_they_are_not()
    {
        var pages = new PagedRequest(new ApiRequest("Management_listUsers", HttpMethod.Post, "/api/v3/list-users") { Body = new ListUsersRequestDto() }, InBody);

        Assert.Equal("""{"options":{"pagination":{"page":3}}}""", ((JObject)pages.At(3).Body!).ToString(Formatting.None));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("2147483647", int.MaxValue)]
    public void The_first_page_is_the_callers_or_1(string? stated, int first) => Assert.Equal(first, InQueryWith(stated).FirstPage);

    [Theory]
    [InlineData("")]
    [InlineData("first")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("9007199254740993")]
    public void A_page_of_a_query_that_cannot_be_counted_up_from_is_refused(string stated)
    {
        var exception = Assert.Throws<ArgumentException>(() => InQueryWith(stated).FirstPage);

        Assert.Equal("page", exception.ParamName);
        Assert.Contains("whole number from 1 to 2147483647", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    [InlineData("{}")]
    [InlineData("\"two\"")]
    public void A_page_of_a_body_that_cannot_be_counted_up_from_is_refused(string stated)
    {
        var body = new JObject { ["options"] = new JObject { ["pagination"] = new JObject { ["page"] = JToken.Parse(stated) } } };

        Assert.Equal("options.pagination.page", Assert.Throws<ArgumentException>(() => PagesOf(body, "options.pagination.page").FirstPage).ParamName);
    }

    [Fact]
    public void A_null_page_in_a_body_is_the_first() => Assert.Equal(1, PagesOf(new JObject { ["page"] = null }, "page").FirstPage);

    [Fact]
    public void A_page_is_a_text_where_the_body_declares_a_text()
    {
        var pages = PagesOf(new ListTenantAdminDto { TenantId = "tenant" }, "page");

        Assert.Equal("2", ((JObject)pages.At(2).Body!)["page"]);
        Assert.Equal(JTokenType.String, ((JObject)pages.At(2).Body!)["page"]!.Type);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("options.pagination.page")]
    public void A_page_is_a_number_otherwise(string position)
    {
        ExtensibleObject body = position == "page" ? new PaginationDto() : new ListUsersRequestDto();

        var page = ((JObject)PagesOf(body, position).At(2).Body!).SelectToken(position)!;

        Assert.Equal(JTokenType.Integer, page.Type);
    }

    private static PagedRequest InQueryWith(string? page)
    {
        var request = new ApiRequest("Management_list", HttpMethod.Get, "/api/v3/list");
        request.Query.Add("page", page);
        return new PagedRequest(request, InQuery);
    }

    private static PagedRequest PagesOf(object body, string position) =>
        new(new ApiRequest("Management_list", HttpMethod.Post, "/api/v3/list") { Body = body }, new PageSettings(PagePlace.Body, position));
}
