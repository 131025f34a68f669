using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonConverterAttribute = System.Text.Json.Serialization.JsonConverterAttribute;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GenAuth.Tests.Json;

/// <summary>System.Text.Json, which ASP.NET Core and Blazor use, serializes the API's types like Newtonsoft.Json.</summary>
public sealed partial class SystemTextJsonTests
{
    private const string User = """{"userId":"u","status":"Activated","emailVerified":true,"phoneVerified":false,"customData":{"at":"2026-01-01T08:30:00.000Z","a":[1,null,{"b":1.5}]},"unknown":{"c":[]},"name":["not a text"]}""";

    /// <summary>One test for all types, because the overhead of a case for each would exceed the test itself.</summary>
    public static TheoryData<char> Letters => [.. ModelTypes.Dtos.Select(dto => dto.Name[0]).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Any_document_is_written_as_by_Newtonsoft_and_read_back(char letter) => Parallel.ForEach(ModelTypes.Dtos.Where(dto => dto.Name[0] == letter), dto =>
        AnyModel.JsonOf(dto).Sample(
            json =>
            {
                var value = JsonConvert.DeserializeObject(AnyJson.Write(json), dto);
                var written = JsonSerializer.Serialize(value, dto);

                Assert.Equal(JsonConvert.SerializeObject(value), written);
                Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, dto), dto));
            },
            iter: 4, threads: 1, print: AnyJson.Write));

    [Fact]
    public void Unknown_members_and_members_of_another_type_are_kept()
    {
        var user = JsonSerializer.Deserialize<UserDto>(User)!;

        Assert.Equal(("u", UserStatus.Activated), (user.UserId, user.Status));
        Assert.Equal(["name", "unknown"], user.AdditionalProperties.Keys.Order());
        AssertJson(User, JsonSerializer.Serialize(user));
    }

    [Fact]
    public void A_context_of_a_program_reads_and_writes_the_types_of_the_API()
    {
        var json = $$"""{"User":{{User}},"Users":[{{User}},null],"Connection":"alipay","PerhapsConnection":"of tomorrow","NoConnection":null,"Code":2333,"PerhapsCode":7654321,"Mine":{"code":"1","mine":"x","other":2} }""";

        var page = JsonSerializer.Deserialize(json, Context.Default.Page)!;

        Assert.Equal(("u", 2, SignInByMobileConnection.Alipay, ApiCode.InvalidCredentials), (page.User!.UserId, page.Users!.Count, page.Connection, page.Code));
        Assert.Equal(("of tomorrow", null, 7654321), (page.PerhapsConnection?.Value, page.NoConnection, page.PerhapsCode?.Value));
        Assert.Equal(("1", "x", 2), (page.Mine!.Code, page.Mine.Mine, (int)page.Mine.AdditionalProperties["other"]));
        AssertJson(json, JsonSerializer.Serialize(page, Context.Default.Page));
    }

    [Fact]
    public void Options_of_the_serializer_do_not_change_the_wire_names() => AssertJson(
        """{"user":{"userId":"u","emailVerified":false,"phoneVerified":false}}""",
        JsonSerializer.Serialize(new { User = new UserDto { UserId = "u" } }, JsonSerializerOptions.Web));

    [Fact]
    public void Null_is_the_default_of_an_enum_that_cannot_be_null() => Assert.Equal(default, JsonSerializer.Deserialize<ApiCode>("null"));

    [Theory]
    [InlineData(typeof(UserDto), "[]")]
    [InlineData(typeof(UserDto), "7")]
    [InlineData(typeof(GetAlipayAuthInfoRespDto), """{"statusCode":200,"data":[]}""")]
    [InlineData(typeof(ExtensibleObject), "{}")]
    [InlineData(typeof(ApiCode), "\"many\"")]
    [InlineData(typeof(ApiCode?), "{}")]
    [InlineData(typeof(SignInByMobileConnection), "[]")]
    public void Invalid_JSON_is_an_exception_of_System_Text_Json(Type type, string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type));

    private static void AssertJson(string expected, string written) =>
        Assert.True(JToken.DeepEquals(Contract.Parse(expected), Contract.Parse(written)), $"expected: {expected}\nwritten:  {written}");

    [JsonConverter(typeof(ExtensibleObjectJsonConverter))]
    internal sealed class MyPayload : SignInByAlipayPayloadDto
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }
    }

    internal sealed class Page
    {
        public UserDto? User { get; set; }

        public IReadOnlyList<UserDto?>? Users { get; set; }

        public SignInByMobileConnection Connection { get; set; }

        public SignInByMobileConnection? PerhapsConnection { get; set; }

        public SignInByMobileConnection? NoConnection { get; set; }

        public ApiCode Code { get; set; }

        public ApiCode? PerhapsCode { get; set; }

        public MyPayload? Mine { get; set; }
    }

    [JsonSerializable(typeof(Page))]
    private sealed partial class Context : JsonSerializerContext;
}
