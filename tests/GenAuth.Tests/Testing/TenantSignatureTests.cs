using System.Net;
using CsCheck;
using GenAuth.Models;
using GenAuth.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Testing;

public sealed class TenantSignatureTests
{
    private const string ListUsers = "/api/v3/list-users";
    private const string GetUser = "/api/v3/get-user";
    private const int Mismatch = 1300;

    private static readonly IReadOnlyList<BodyVector> Vectors = BodyVector.All;

    private static readonly Gen<JToken> Scalar = Gen.OneOf(
        Gen.String.Select(text => (JToken)text),
        Gen.Double.Where(double.IsFinite).Select(number => (JToken)number),
        Gen.Decimal.Select(number => (JToken)number),
        Gen.Long.Select(number => (JToken)number),
        Gen.Bool.Select(flag => (JToken)flag),
        Gen.Const<JToken>(JValue.CreateNull()));

    private static readonly Gen<JObject> AnyBody = Gen.Recursive<JToken>((depth, value) => depth > 3
            ? Scalar
            : Gen.OneOf(
                Scalar,
                value.List[0, 4].Select(items => (JToken)new JArray(items)),
                Members(value).Select(members => (JToken)members)))
        .List[1, 4].Select(values => new JObject(values.Select((value, index) => new JProperty("member" + index, value))));

    [Fact]
    public async Task Tenant_accepts_the_signature_that_JavaScript_makes_of_each_of_2000_bodies()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant);

        Assert.Equal(2_000, Vectors.Count);
        await Parallel.ForEachAsync(Vectors, async (vector, _) =>
        {
            var response = await client.SendAsync("POST", ListUsers, Resource(vector.Parameters), vector.Body);

            // A list is signed like an object, but the operation takes objects only.
            Assert.True(response.Envelope.StatusCode() == (vector.Body[0] == '[' ? 400 : 200), $"{vector.Body}\n{response.Text}");
        });
    }

    [Fact]
    public async Task Tenant_refuses_a_signature_of_another_body()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant);

        await Parallel.ForEachAsync(Vectors.Zip(Vectors.Skip(1)).Where(pair => pair.First.Parameters != pair.Second.Parameters).Take(300), async (pair, _) =>
        {
            var response = await client.SendAsync("POST", ListUsers, Resource(pair.Second.Parameters), pair.First.Body);

            Assert.Equal((401, Mismatch), (response.Envelope.StatusCode(), response.Envelope.ApiCode()));
        });
    }

    [Fact]
    public async Task Tenant_accepts_what_the_SDK_signs_for_any_body()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateManagementClient();

        AnyBody.Sample(
            body => Assert.Equal(200, client.SendAsync<UserPaginatedRespDto>(HttpMethod.Post, ListUsers, body: body).GetAwaiter().GetResult().StatusCode),
            iter: 500);
    }

    [Theory]
    [InlineData("userId=1&UserId=2&USERID=3", "USERID=3&UserId=2&userId=1")]
    [InlineData("userId=1&x=a&x=b", "userId=1&x=[\"a\",\"b\"]")]
    [InlineData("userId=1&x=a&X=b&x=c", "X=b&userId=1&x=[\"a\",\"c\"]")]
    [InlineData("userId=1&x[]=a", "userId=1&x=[\"a\"]")]
    [InlineData("userId=1&x[]=a&x=b", "userId=1&x=[\"a\",\"b\"]")]
    [InlineData("userId=1&x%5B%5D=%E4%B8%AD%22", "userId=1&x=[\"中\\\"\"]")]
    [InlineData("userId=1&x=a%26b%3Dc+d%2B", "userId=1&x=a&b=c d+")]
    [InlineData("userId=1&x&y=", "userId=1&x=&y=")]
    public async Task Tenant_signs_query_names_as_they_are_spelt_and_repeated_ones_as_a_list(string query, string parameters)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new UserDto { UserId = "1" });

        var response = await new ForeignClient(tenant).SendAsync("GET", $"{GetUser}?{query}", $"{GetUser}?{parameters}");

        Assert.Equal(200, response.Envelope.StatusCode());
    }

    [Fact]
    public async Task Tenant_signs_the_path_as_it_was_sent()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant);

        Assert.Equal(200, (await client.SendAsync("POST", "/api/v3/list%2Dusers", "/api/v3/list%2Dusers")).Envelope.StatusCode());
        Assert.Equal(Mismatch, (await client.SendAsync("POST", "/api/v3/list%2Dusers", ListUsers)).Envelope.ApiCode());
    }

    [Fact]
    public async Task Tenant_signs_a_tab_in_a_header_as_a_blank()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new ForeignClient(tenant) { Headers = { ["x-genauth-note"] = "a\tb" } };

        var response = await client.SendAsync("POST", ListUsers, ListUsers);

        Assert.Equal((HttpStatusCode.OK, 200), (response.HttpStatusCode, response.Envelope.StatusCode()));
    }

    private static Gen<JObject> Members(Gen<JToken> value) =>
        Gen.Dictionary(Gen.OneOf(Gen.String[0, 3], Gen.Int[0, 20].Select(index => $"{index}")), value)[0, 5]
            .Select(members => new JObject(members.Select(member => new JProperty(member.Key, member.Value))));

    private static string Resource(string parameters) => parameters.Length == 0 ? ListUsers : ListUsers + "?" + parameters;
}
