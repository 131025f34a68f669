using GenAuth.Models;
using GenAuth.Pipeline.Content;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GenAuth.Tests.Json;

public sealed class ExplicitNullTests
{
    public static TheoryData<string, Func<string, UpdateUserReqDto>, Func<UpdateUserReqDto, string>> Serializers => new()
    {
        { "SDK", Contract.Read<UpdateUserReqDto>, Contract.Write },
        { "Newtonsoft.Json", json => JsonConvert.DeserializeObject<UpdateUserReqDto>(json)!, JsonConvert.SerializeObject },
        { "System.Text.Json", json => JsonSerializer.Deserialize<UpdateUserReqDto>(json)!, user => JsonSerializer.Serialize(user) },
        { "derived, SDK", Contract.Read<MyUser>, Contract.Write },
        { "derived, Newtonsoft.Json", json => JsonConvert.DeserializeObject<MyUser>(json)!, JsonConvert.SerializeObject },
        { "derived, System.Text.Json", json => JsonSerializer.Deserialize<MyUser>(json)!, user => JsonSerializer.Serialize((MyUser)user) },
    };

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Null_is_written_while_the_member_has_no_value(string serializer, Func<string, UpdateUserReqDto> read, Func<UpdateUserReqDto, string> write)
    {
        Assert.NotEmpty(serializer);
        var user = read("""{"userId":"u","nickname":"n"}""");

        user.SetNull(nameof(UpdateUserReqDto.Nickname));
        user.SetNull(nameof(UpdateUserReqDto.ZoneInfo));
        AssertJson("""{"userId":"u","nickname":null,"zoneinfo":null}""", write(user));

        user.Nickname = "other";
        AssertJson("""{"userId":"u","nickname":"other","zoneinfo":null}""", write(user));

        user.Nickname = null;
        AssertJson("""{"userId":"u","nickname":null,"zoneinfo":null}""", write(user));
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Received_null_is_explicit_and_written_back(string serializer, Func<string, UpdateUserReqDto> read, Func<UpdateUserReqDto, string> write)
    {
        Assert.NotEmpty(serializer);
        const string Json = """{"userId":"u","nickname":null,"customData":null,"options":{"userIdType":null},"unknown":null}""";

        var user = read(Json);

        Assert.True(user.IsNull(nameof(UpdateUserReqDto.Nickname)));
        Assert.True(user.Options!.IsNull(nameof(UpdateUserOptionsDto.UserIdType)));
        Assert.False(user.IsNull(nameof(UpdateUserReqDto.Photo)));
        AssertJson(Json, write(user));
        user.Nickname = "n";
        AssertJson(Json.Replace("\"nickname\":null", "\"nickname\":\"n\"", StringComparison.Ordinal), write(user));
    }

    [Theory]
    [InlineData("""{"nickname":null,"nickname":"n"}""", """{"nickname":"n"}""")]
    [InlineData("""{"nickname":"n","nickname":null}""", """{"nickname":null}""")]
    [InlineData("""{"nickname":null,"nickname":[1]}""", """{"nickname":[1]}""")]
    [InlineData("""{"nickname":[1],"nickname":null}""", """{"nickname":null}""")]
    public void Last_value_of_a_member_counts(string json, string written) => Assert.Equal(written, Contract.Write(Contract.Read<UpdateUserReqDto>(json)));

    [Fact]
    public void Null_received_for_a_member_that_cannot_be_null_is_written_back_until_it_has_a_value()
    {
        var user = Contract.Read<UserDto>("""{"emailVerified":null,"phoneVerified":true,"status":null}""");
        AssertJson("""{"emailVerified":null,"phoneVerified":true,"status":null}""", Contract.Write(user));
        Assert.False(user.IsNull(nameof(UserDto.EmailVerified)));

        user.EmailVerified = true;
        AssertJson("""{"emailVerified":true,"phoneVerified":true,"status":null}""", Contract.Write(user));
    }

    [Fact]
    public void Value_among_the_additional_properties_is_sent_instead_of_null()
    {
        var user = new UpdateUserReqDto { UserId = "u" };
        user.SetNull(nameof(UpdateUserReqDto.Nickname));
        user.AdditionalProperties["nickname"] = new JArray(1);

        Assert.False(user.IsNull(nameof(UpdateUserReqDto.Nickname)));
        Assert.Equal("""{"userId":"u","nickname":[1]}""", Contract.Write(user));

        user.SetNull(nameof(UpdateUserReqDto.Nickname));
        Assert.True(user.IsNull(nameof(UpdateUserReqDto.Nickname)));
        Assert.Equal("""{"userId":"u","nickname":null}""", Contract.Write(user));
    }

    [Fact]
    public void Null_that_is_added_by_its_wire_name_is_explicit_too()
    {
        var user = new UpdateUserReqDto { AdditionalProperties = { ["nickname"] = JValue.CreateNull() } };

        Assert.True(user.IsNull(nameof(UpdateUserReqDto.Nickname)));
    }

    [Fact]
    public void Members_beyond_the_first_64_of_a_type_are_kept_too()
    {
        var user = new UpdateUserReqDto();

        user.AddNull(64, "nickname");

        Assert.True(user.IsNull(nameof(UpdateUserReqDto.Nickname)));
        Assert.Equal("""{"nickname":null}""", Contract.Write(user));
    }

    [Theory]
    [InlineData("nickname", "Nickname")]
    [InlineData("zoneinfo", "ZoneInfo")]
    [InlineData("NickName", "Nickname")]
    [InlineData("", "PhoneCountryCode")]
    [InlineData("Nobody", "PhoneCountryCode")]
    [InlineData("AdditionalProperties", "PhoneCountryCode")]
    public void Unknown_name_is_refused_with_one_that_exists(string name, string proposal)
    {
        var user = new UpdateUserReqDto();

        Assert.All(
            [Assert.Throws<ArgumentException>(() => user.SetNull(name)), Assert.Throws<ArgumentException>(() => user.IsNull(name))],
            exception => Assert.StartsWith(
                $"UpdateUserReqDto has no member of the C# name '{name}'. Pass the name of one of its properties, for example nameof(UpdateUserReqDto.{proposal}).",
                exception.Message,
                StringComparison.Ordinal));
        Assert.Throws<ArgumentNullException>(() => user.SetNull(null!));
        Assert.Throws<ArgumentNullException>(() => user.IsNull(null!));
    }

    [Fact]
    public void Member_that_cannot_be_null_is_refused()
    {
        Assert.StartsWith(
            "UserDto.EmailVerified cannot be null, because the API requires a value.",
            Assert.Throws<ArgumentException>(() => new UserDto().SetNull(nameof(UserDto.EmailVerified))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new MyUser().SetNull(nameof(MyUser.Number)));
        Assert.Throws<ArgumentException>(() => new MyUser().SetNull(nameof(MyUser.UserId)));
    }

    [Fact]
    public void Own_member_of_a_derived_type_is_written_as_null_while_it_has_no_value()
    {
        var user = new MyUser { Mine = "m" };
        user.SetNull(nameof(MyUser.Mine));
        Assert.True(user.IsNull(nameof(MyUser.Mine)));
        Assert.Null(user.Mine);
        AssertJson("""{"number":0,"mine":null}""", Contract.Write(user));

        user.Mine = "m";
        Assert.False(user.IsNull(nameof(MyUser.Mine)));
        AssertJson("""{"number":0,"mine":"m"}""", Contract.Write(user));
    }

    [Fact]
    public void Copy_has_nulls_of_its_own()
    {
        var user = new UpdateUserReqDto();
        user.SetNull(nameof(UpdateUserReqDto.Photo));

        user.ShallowCopy().SetNull(nameof(UpdateUserReqDto.Nickname));

        Assert.Equal("""{"photo":null}""", Contract.Write(user));
    }

    [Fact]
    public void Log_shows_null_of_a_member_that_is_not_sensitive_only()
    {
        var user = new UpdateUserReqDto { Options = new() };
        user.SetNull(nameof(UpdateUserReqDto.Nickname));
        user.SetNull(nameof(UpdateUserReqDto.Status));

        Assert.Equal("""{"nickname":"***","status":null,"options":{}}""", GenAuthJson.ToLogText(user));
    }

    [Fact]
    public async Task Form_leaves_null_out()
    {
        var user = new UpdateUserReqDto { UserId = "u" };
        user.SetNull(nameof(UpdateUserReqDto.Nickname));

        Assert.Equal("userId=u", await new FormBody(user).ToContent().ReadAsStringAsync());
    }

    [Fact]
    public async Task Signature_covers_the_null_that_is_sent()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);
        var options = new RequestOptions { Headers = { ["date"] = "Fri, 02 Jan 2026 03:04:05 GMT", ["x-genauth-signature-nonce"] = "00000000000000000000000000000000" } };
        var user = new UpdateUserReqDto { UserId = "u" };
        user.SetNull(nameof(UpdateUserReqDto.Nickname));

        await client.UpdateUserAsync(user, options);
        await client.SendAsync<JObject>(HttpMethod.Post, "/api/v3/update-user", body: new { userId = "u", nickname = (string?)null }, requestOptions: options);

        Assert.Equal("""{"userId":"u","nickname":null}""", handler.Sent[0].Body);
        Assert.Equal(handler.Sent[1].Header("Authorization"), handler.Sent[0].Header("Authorization"));
    }

    /// <summary>Compares without the order of members.</summary>
    private static void AssertJson(string expected, string written)
    {
        Assert.True(JToken.DeepEquals(Contract.Parse(expected), Contract.Parse(written)), $"expected: {expected}\nwritten:  {written}");
        Assert.Equal(expected.Length, written.Length);
    }

    [System.Text.Json.Serialization.JsonConverter(typeof(ExtensibleObjectJsonConverter))]
    private sealed class MyUser : UpdateUserReqDto
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }

        [JsonProperty("number")]
        public int Number { get; set; }

        public bool ShouldSerializeNumber() => Mine is not null || IsNull(nameof(Mine));
    }
}
