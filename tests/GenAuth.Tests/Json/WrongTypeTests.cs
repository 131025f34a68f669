using GenAuth.Models;
using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>A member of another type than documented stays unset and does not fail the response.</summary>
public sealed class WrongTypeTests
{
    public static TheoryData<string, string> UnreadableMembers => new()
    {
        { "name", """{"code":"x"}""" },
        { "name", "[]" },
        { "createdAt", """["2026-01-01T00:00:00.000Z"]""" },
        { "createdAt", "\"2022-08-09 11:59:46\"" },
        { "lastLogin", "\"2022-08-09\"" },
        { "lastLogin", "1660017586000" },
        { "lastLogin", "\"\"" },
        { "status", "{}" },
        { "loginsCount", "\"many\"" },
        { "loginsCount", "\"\"" },
        { "loginsCount", "1669000000000" },
        { "loginsCount", "\"1669000000000\"" },
        { "loginsCount", "123456789012345678901234567890" },
        { "loginsCount", "1.5" },
        { "loginsCount", "true" },
        { "loginsCount", "{}" },
        { "emailVerified", "\"perhaps\"" },
        { "emailVerified", "7" },
        { "emailVerified", "[true]" },
        { "resetPasswordOnNextLogin", "\"\"" },
        { "departmentIds", "\"a,b\"" },
        { "departmentIds", """{"0":"a"}""" },
        { "identities", """{"provider":"p"}""" },
    };

    [Theory]
    [MemberData(nameof(UnreadableMembers))]
    public async Task A_member_of_another_type_stays_unset_and_its_json_is_kept(string member, string value)
    {
        var recorder = new DriftRecorder();
        var body = Page($$"""{"{{member}}":{{value}}}""", """{"userId":"second"}""");

        var response = await ListUsersAsync(body, options => options.SchemaDriftObserver = recorder);

        Assert.Equal("second", response.Data.List[1].UserId);
        Assert.Equal([member], response.Data.List[0].AdditionalProperties.Keys);
        AssertJson(value, response.Data.List[0].AdditionalProperties[member].ToString(Formatting.None));
        Assert.Contains(DriftCalls.CreateDrift(SchemaDriftKind.WrongType, DriftCalls.Users, "UserDto", member), recorder.All);
        AssertWrittenBack(body, response);
    }

    [Theory]
    [MemberData(nameof(UnreadableMembers))]
    public async Task Strict_validation_fails_the_call_with_the_path_of_the_member(string member, string value)
    {
        var body = Page($$"""{"{{member}}":{{value}}}""");
        Task<UserPaginatedRespDto> SendAsync() => ListUsersAsync(body, options => options.ResponseValidation = ResponseValidation.Strict);
        if (value == "\"\"")
        {
            Assert.Equal([member], (await SendAsync()).Data.List[0].AdditionalProperties.Keys);
            return;
        }

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(SendAsync);

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Contains($": data.list[0].{member} (line 1, column ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"departmentIds":["a",{"id":1}]}""", "data.list[0].departmentIds[1]")]
    [InlineData("""{"userId":"u"},7""", "data.list[1]")]
    public async Task Strict_validation_fails_the_call_with_the_path_of_the_list_element(string users, string path)
    {
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => ListUsersAsync(Page(users), options => options.ResponseValidation = ResponseValidation.Strict));

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Contains($": {path} (line 1, column ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResponseValidation.Lenient, ResponseValidation.Strict, true)]
    [InlineData(ResponseValidation.Strict, ResponseValidation.Lenient, false)]
    [InlineData(ResponseValidation.Strict, null, true)]
    [InlineData(ResponseValidation.Lenient, null, false)]
    public async Task ResponseValidation_of_a_call_takes_precedence(ResponseValidation ofClient, ResponseValidation? ofCall, bool fails)
    {
        using var service = new StubHandler(Page("""{"name":{}}"""));
        var client = ManagementClients.Create(service, options => options.ResponseValidation = ofClient);

        var exception = await Record.ExceptionAsync(() => client.ListUsersAsync(new ListUsersRequestDto(), new RequestOptions { ResponseValidation = ofCall }));

        Assert.Equal(fails ? typeof(GenAuthInvalidResponseException) : null, exception?.GetType());
    }

    [Fact]
    public async Task A_validation_mode_that_does_not_exist_is_an_argument_error()
    {
        using var service = new StubHandler();
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            Clients.Create(service).GetAlipayAuthInfoAsync("c", new RequestOptions { ResponseValidation = (ResponseValidation)7 }));

        Assert.StartsWith("ResponseValidation is not a defined value. Use Lenient or Strict.", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Clients.Create(service, options => options.ResponseValidation = (ResponseValidation)7));
    }

    [Theory]
    [InlineData("""["a",{"id":1},"b",[],null]""", "a b -")]
    [InlineData("""[{},[]]""", "")]
    public async Task Element_of_another_type_is_omitted_from_its_list_and_written_back_at_its_position(string value, string expected)
    {
        var recorder = new DriftRecorder();
        var body = Page($$"""{"userId":"u","departmentIds":{{value}}}""");

        var response = await ListUsersAsync(body, options => options.SchemaDriftObserver = recorder);

        var user = response.Data.List[0];
        Assert.Equal(expected, string.Join(' ', user.DepartmentIds!.Select(id => id ?? "-")));
        Assert.Equal(user.DepartmentIds!.Count, new List<string?>(user.DepartmentIds).Count);
        Assert.Empty(user.AdditionalProperties);
        Assert.Contains(DriftCalls.CreateDrift(SchemaDriftKind.WrongType, DriftCalls.Users, "UserDto", "departmentIds"), recorder.All);
        AssertWrittenBack(body, response);
    }

    [Fact]
    public async Task Changed_list_is_written_with_its_omitted_elements()
    {
        var response = await ListUsersAsync(Page("\"text\"", """{"userId":"a"}""", "7", """{"userId":"b"}""", "[]"));

        response.Data.List[1].UserId = "c";

        AssertJson(Page("\"text\"", """{"userId":"a"}""", "7", """{"userId":"c"}""", "[]"), JsonConvert.SerializeObject(Required(response)));
    }

    [Fact]
    public async Task Replaced_list_is_written_without_the_omitted_elements()
    {
        var response = await ListUsersAsync(Page("""{"departmentIds":["a",{}],"name":[]}"""));
        var user = response.Data.List[0];

        (user.DepartmentIds, user.Name) = (["b"], "n");

        var written = JObject.Parse(JsonConvert.SerializeObject(user));
        AssertJson("""["b"]""", written["departmentIds"]!.ToString());
        Assert.Equal("n", (string?)written["name"]);
    }

    [Fact]
    public void A_null_in_a_list_of_numbers_is_left_out_and_written_back()
    {
        var member = (from dto in ModelTypes.Dtos from one in ModelTypes.Members(dto) where one.Type == typeof(IReadOnlyList<int>) || one.Type == typeof(IReadOnlyList<long>) select (Dto: dto, one.Name)).First();
        var json = $$"""{"{{member.Name}}":[1,null,"2","x",3.0]}""";

        var value = JsonConvert.DeserializeObject(json, member.Dto)!;

        AssertJson("[1,null,2,\"x\",3]", JObject.Parse(JsonConvert.SerializeObject(value))[member.Name]!.ToString());
    }

    [Fact]
    public void A_member_that_cannot_be_null_is_written_as_it_was_received() => Assert.Equal(
        """{"token_type":"t","expire_in":"soon"}""",
        JsonConvert.SerializeObject(JsonConvert.DeserializeObject<LoginTokenResponseDataDto>("""{"expire_in":"soon","token_type":"t"}""")));

    [Fact]
    public void A_member_that_was_set_after_it_could_not_be_read_is_written()
    {
        var token = Contract.Read<LoginTokenResponseDataDto>("""{"expire_in":"soon","scope":{}}""");

        (token.ExpireIn, token.Scope) = (7200, "openid");

        AssertJson("""{"expire_in":7200,"scope":"openid"}""", Contract.Write(token));
    }

    [Theory]
    [InlineData("""{"scope":{},"scope":"a"}""", """{"scope":"a","expire_in":0}""")]
    [InlineData("""{"scope":"a","scope":{}}""", """{"scope":{},"expire_in":0}""")]
    [InlineData("""{"expire_in":1,"expire_in":[]}""", """{"expire_in":[]}""")]
    [InlineData("""{"expire_in":[],"EXPIRE_IN":2}""", """{"expire_in":2}""")]
    public void Of_a_member_that_comes_twice_the_last_value_counts_whatever_its_type(string json, string expected) =>
        AssertJson(expected, Contract.Write(Contract.Read<LoginTokenResponseDataDto>(json)));

    [Theory]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("true")]
    public async Task A_response_whose_data_is_no_object_is_an_exception(string data)
    {
        using var service = new StubHandler($$"""{"statusCode":200,"message":"m","data":{{data}}}""");
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => ManagementClients.Create(service).ListUsersAsync(new ListUsersRequestDto()));

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Contains(": data (line 1, column ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("undefined")]
    [InlineData("new Date(1)")]
    public async Task A_value_that_json_does_not_have_makes_the_body_malformed(string value)
    {
        string[] bodies =
        [
            Page($$"""{"name":{{value}}}"""), Page($$"""{"loginsCount":{{value}}}"""), Page($$"""{"departmentIds":["a",{{value}}]}"""), Page($$"""{"identities":{{value}}}"""),
            Page($$"""{"unknown":{{value}}}"""), Page("{}").Replace("{}]}", $"{{}}]}},\"statusCode\":{value}", StringComparison.Ordinal),
        ];
        foreach (var body in bodies)
        {
            var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => ListUsersAsync(body));

            Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
        }
    }

    [Fact]
    public async Task An_enumeration_goes_on_after_a_page_with_elements_of_another_type()
    {
        string[] pages = [Users(4, "{\"userId\":\"1\"}", "7"), Users(4, "\"x\"", "[]"), Users(5, "{\"userId\":\"5\"}")];
        var next = 0;
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse(pages[next++])));
        var client = ManagementClients.Create(service);
        var found = new List<string>();

        await foreach (var user in client.ListUsersAutoPagingAsync(new ListUsersRequestDto()))
        {
            found.Add(user.UserId);
        }

        Assert.Equal(["1"], found);
        Assert.Equal(2, next);

        static string Users(int total, params string[] users) => $$$"""{"statusCode":200,"message":"m","data":{"totalCount":{{{total}}},"list":[{{{string.Join(',', users)}}}]}}""";
    }

    [Fact]
    public void A_programs_own_serializer_keeps_text_that_looks_like_a_date()
    {
        const string Json = """{"userId":"u","customData":{"at":"2026-01-01T08:30:00.000Z"},"more":"2026-01-01T08:30:00.000Z"}""";

        AssertJson(Json, JObject.FromObject(JsonConvert.DeserializeObject<UserDto>(Json)!).ToString(), "createdAt", "updatedAt", "emailVerified", "phoneVerified");
    }

    [Fact]
    public void Derived_type_keeps_members_of_another_type()
    {
        const string Json = """{"userId":"u","name":{},"departmentIds":["a",7,{}],"mine":"x","count":"many","metadataSource":{"a":1},"customData":[]}""";

        var user = Contract.Read<MyUser>(Json);
        var own = JsonConvert.DeserializeObject<MyUser>(Json)!;

        Assert.Equal(("u", null, "x", 0), (user.UserId, user.Name, user.Mine, user.Count));
        Assert.Equal(["a", "7"], user.DepartmentIds);
        Assert.Equal(["count", "customData", "name"], user.AdditionalProperties.Keys.Order());
        Assert.Equal(Contract.Write(user), Contract.Write(own));
        AssertJson(Json.Replace(",7,", ",\"7\",", StringComparison.Ordinal), Contract.Write(user), "createdAt", "updatedAt", "emailVerified", "phoneVerified");
    }

    [Fact]
    public void Derived_type_may_redeclare_a_member_with_another_type()
    {
        var user = JsonConvert.DeserializeObject<MyUser>("""{"userId":"u","customData":{"level":3}}""")!;

        Assert.Equal(3, user.CustomData!.Level);
        Assert.Empty(user.AdditionalProperties);
    }

    private static string Page(params string[] users) => DriftCalls.Page(users);

    private static async Task<UserPaginatedRespDto> ListUsersAsync(string body, Action<ManagementClientOptions>? change = null)
    {
        using var service = new StubHandler(body);
        return await ManagementClients.Create(service, change).ListUsersAsync(new ListUsersRequestDto());
    }

    /// <summary>The members that cannot be null are written with their defaults, if they were not received.</summary>
    private static void AssertWrittenBack(string body, UserPaginatedRespDto response)
    {
        AssertJson(body, JsonConvert.SerializeObject(Required(response)));
        Assert.Equal(JsonConvert.SerializeObject(response), Contract.Write(response));
    }

    private static JObject Required(UserPaginatedRespDto response)
    {
        var written = JObject.FromObject(response);
        foreach (var user in written["data"]!["list"]!.OfType<JObject>())
        {
            foreach (var member in user.Properties().Where(member => member.Name is "emailVerified" or "phoneVerified" && member.Value.Type == JTokenType.Boolean).ToList())
            {
                member.Remove();
            }
        }

        return written;
    }

    private static void AssertJson(string expected, string actual, params string[] ignored)
    {
        var (left, right) = (Contract.Parse(expected), Contract.Parse(actual));
        foreach (var name in ignored)
        {
            (right as JObject)?.Remove(name);
        }

        Assert.True(JToken.DeepEquals(left, right), $"expected: {left.ToString(Formatting.None)}\nactual:   {right.ToString(Formatting.None)}");
    }

    private sealed class MyUser : UserDto
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }

        [JsonProperty("count")]
        public int Count { get; set; }

        [JsonProperty("customData")]
        public new MyData? CustomData { get; set; }
    }

    private sealed class MyData
    {
        [JsonProperty("level")]
        public int Level { get; set; }
    }
}
