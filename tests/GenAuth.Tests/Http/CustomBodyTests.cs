using System.Dynamic;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Pipeline.Content;
using Newtonsoft.Json.Linq;
using JsonProperty = Newtonsoft.Json.JsonPropertyAttribute;

namespace GenAuth.Tests.Http;

/// <summary>Every kind of body of SendAsync is written as JSON or refused with the path of the invalid value.</summary>
public sealed class CustomBodyTests
{
    private static readonly JsonElement Element = JsonDocument.Parse("""{"a":[1.10,1e3,true,false,null,"é\n"],"b":{}}""").RootElement;

    public static TheoryData<string, string, object> Written => new()
    {
        { "JsonElement", """{"a":[1.10,1e3,true,false,null,"é\n"],"b":{}}""", Element },
        { "JsonElement in a dictionary", """{"x":{"a":[1.10,1e3,true,false,null,"é\n"],"b":{}}}""", new Dictionary<string, object> { ["x"] = Element } },
        { "JsonElement in an anonymous object", """{"x":[1.10]}""", new { x = JsonDocument.Parse("[1.10]").RootElement } },
        { "JsonElement of each kind in a list", """["t",1,true,null]""", JsonDocument.Parse("""["t",1,true,null]""").RootElement.EnumerateArray().ToList() },
        { "JsonDocument", """{"n":1}""", JsonDocument.Parse("""{"n":1}""") },
        { "JsonDocument in a list", """[{"n":1}]""", new[] { JsonDocument.Parse("""{"n":1}""") } },
        { "JsonObject", """{"n":1,"o":{"p":null}}""", JsonNode.Parse("""{"n":1,"o":{"p":null}}""")! },
        { "JsonArray", """[1,"b"]""", new JsonArray(1, "b") },
        { "JsonValue", "7", JsonValue.Create(7) },
        { "JsonNode in a dictionary", """{"x":{"n":1}}""", new Dictionary<string, object> { ["x"] = new JsonObject { ["n"] = 1 } } },
        { "JsonNode with an object of the caller's", """{"x":{"Name":"n"}}""", new JsonObject { ["x"] = JsonValue.Create(new Named { Name = "n" }) } },
        { "JObject", """{"d":"2026-01-02T03:04:05Z","n":1.5}""", new JObject { ["d"] = "2026-01-02T03:04:05Z", ["n"] = 1.5 } },
        { "JRaw", """{"x":[1,2]}""", new { x = new JRaw(" [1, 2] ") } },
        { "text", "\"t\"", "t" },
        { "dictionary with keys of several types", """{"1":"a"}""", new Dictionary<int, string> { [1] = "a" } },
        { "null in an anonymous object", """{"a":null,"b":1}""", new { a = (string?)null, b = 1 } },
        { "null in a dictionary", """{"a":null}""", new Dictionary<string, object?> { ["a"] = null } },
        { "null in an object of the caller's", """{"Name":null}""", new Named() },
        { "null of a type that is refused", """{"a":null}""", new { a = (Stream?)null } },
        { "attributes of Newtonsoft.Json", """{"wire_name":"n"}""", new Attributed { Value = "n" } },
        { "dynamic object", """{"a":1}""", Dynamic() },
        { "tuple", """{"Item1":1,"Item2":"b"}""", (1, "b") },
        { "enum", "[1]", new[] { DayOfWeek.Monday } },
        { "open enum", """{"g":"M"}""", new { g = Gender.Male } },
        { "dates", """["2026-01-02T03:04:05Z","2026-01-02T03:04:05+08:00","2026-01-02","03:04:05"]""", new object[]
            {
                new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)), new DateOnly(2026, 1, 2), new TimeOnly(3, 4, 5),
            } },
        { "scalars", """["00000000-0000-0000-0000-000000000000","https://a.example/","AQI=","c",1.0,18446744073709551615]""", new object[] { Guid.Empty, new Uri("https://a.example/"), new byte[] { 1, 2 }, 'c', 1.0, ulong.MaxValue } },
        { "type of the SDK in an anonymous object", """{"user":{"userId":"u","nickname":"n"}}""", new { user = new UpdateUserReqDto { UserId = "u", Nickname = "n" } } },
        { "list of types of the SDK", """[{"userId":"u"}]""", new[] { new UpdateUserReqDto { UserId = "u" } } },
        { "empty object", "{}", new object() },
        { "as deep as is allowed", new string('[', 64) + "1" + new string(']', 64), Deep(64) },
    };

    public static TheoryData<string, string, object> Refused => new()
    {
        { "self-reference", "body.node cannot be sent as JSON: Self referencing loop detected for property 'Self'", Looped() },
        { "list that holds itself", "body[0] cannot be sent as JSON: Self referencing loop detected", LoopedList() },
        { "throwing property after another", "body[1] cannot be sent as JSON: Error getting value from 'Value'", new object[] { 1, new Throwing() } },
        { "delegate", "body.a.f cannot be sent as JSON: A Func`1 is no data", new { a = new { f = (Func<int>)(() => 1) } } },
        { "stream", "body[1] cannot be sent as JSON: A MemoryStream is no data", new object[] { 1, new MemoryStream([1]) } },
        { "task", "body.t cannot be sent as JSON: A ", new { t = Task.FromResult(1) } },
        { "content", "body cannot be sent as JSON: A StringContent is no data", new StringContent("x") },
        { "exception", "body.e cannot be sent as JSON: A InvalidOperationException is no data", new { e = new InvalidOperationException("x") } },
        { "type", "body.t cannot be sent as JSON: A RuntimeType is no data", new { t = typeof(string) } },
        { "file", "body.file cannot be sent as JSON: A FileUpload is no data", new { file = new FileUpload([1], "a.txt") } },
        { "async enumerable", "body.a cannot be sent as JSON", new { a = AsyncItems() } },
        { "NaN", "body.a[1] cannot be sent as JSON: JSON has neither NaN nor infinity", new { a = new[] { 1, double.NaN } } },
        { "infinity as float", "body.a cannot be sent as JSON: JSON has neither NaN nor infinity", new { a = float.PositiveInfinity } },
        { "nullable NaN", "body.a cannot be sent as JSON: JSON has neither NaN nor infinity", new { a = (double?)double.NaN } },
        { "NaN in a JToken", "body.x cannot be sent as JSON: JSON has neither NaN nor infinity", new JObject { ["x"] = double.NaN } },
        { "NaN in a JsonNode", "body.x cannot be sent as JSON", new { x = JsonValue.Create(double.NaN) } },
        { "undefined JToken", "body.x cannot be sent as JSON: JSON has no undefined", new JObject { ["x"] = JValue.CreateUndefined() } },
        { "malformed JRaw", "body.x cannot be sent as JSON", new { x = new JRaw("{") } },
        { "two values in a JRaw", "body.x cannot be sent as JSON", new { x = new JRaw("1 2") } },
        { "JsonElement without a value", "body.x cannot be sent as JSON: A JsonElement without a value", new { x = default(JsonElement) } },
        { "duplicate member of a JsonElement", "The object has the member twice", JsonDocument.Parse("""{"a":1,"a":2}""").RootElement },
        { "too deep JToken", "nested more than 64 levels deep", Deep(65) },
        { "too deep JsonElement", "nested more than 64 levels deep", JsonDocument.Parse(new string('[', 65) + new string(']', 65), new JsonDocumentOptions { MaxDepth = 100 }).RootElement },
        { "too deep object", "nested more than 64 levels deep", new Endless(0) },
        { "throwing property", "body cannot be sent as JSON: Error getting value from 'Value'", new Throwing() },
        { "throwing iterator", "body.a[1] cannot be sent as JSON: FormatException was thrown", new { a = ThrowingItems() } },
        { "type of the SDK that holds itself", "levels deep", new { dto = LoopedDto() } },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Value_of_every_type_is_written_as_JSON(string kind, string json, object value)
    {
        Assert.NotEmpty(kind);
        Assert.Equal(json, await TextOf(value));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_that_is_no_JSON_is_refused_with_its_path(string kind, string message, object value)
    {
        Assert.NotEmpty(kind);

        var exception = Assert.Throws<ArgumentException>(() => CustomBody.From(value));

        Assert.Equal("body", exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_document_is_refused()
    {
        var document = JsonDocument.Parse("{}");
        document.Dispose();

        Assert.Contains("body.x cannot be sent as JSON: ObjectDisposedException was thrown", Assert.Throws<ArgumentException>(() => CustomBody.From(new { x = document })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_of_a_foreign_exception_is_not_repeated() =>
        Assert.DoesNotContain("hunter2", Assert.Throws<ArgumentException>(() => CustomBody.From(new { a = ThrowingItems() })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_body_is_read_once_so_that_attempts_send_the_same()
    {
        var count = 0;
        var body = (IRequestBody)CustomBody.From(Enumerable.Range(0, 2).Select(_ => ++count))!;

        using var first = body.ToContent();
        using var second = body.ToContent();

        Assert.Equal("[1,2]", await first.ReadAsStringAsync());
        Assert.Equal("[1,2]", await second.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_body_of_a_request_that_is_sent_once_fails_when_it_is_resent()
    {
        using var content = ((IRequestBody)CustomBody.From(new { a = 1 })!).ToContent(sendOnce: true);

        await content.CopyToAsync(Stream.Null);

        await Assert.ThrowsAsync<SentTwiceException>(() => content.CopyToAsync(Stream.Null));
    }

    private static async Task<string> TextOf(object value)
    {
        using var content = ((IRequestBody)CustomBody.From(value)!).ToContent();
        return Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync());
    }

    private static JToken Deep(int levels) => levels == 0 ? 1 : new JArray(Deep(levels - 1));

    private static object Dynamic()
    {
        IDictionary<string, object?> value = new ExpandoObject();
        value["a"] = 1;
        return value;
    }

    private static object Looped()
    {
        var node = new Node();
        node.Self = node;
        return new { node };
    }

    private static List<object> LoopedList()
    {
        var list = new List<object>();
        list.Add(list);
        return list;
    }

    private static SignInOptionsDto LoopedDto()
    {
        var dto = new SignInOptionsDto();
        dto.AdditionalProperties["deep"] = Deep(64);
        return dto;
    }

    private static IEnumerable<int> ThrowingItems()
    {
        yield return 1;
        throw new FormatException("hunter2");
    }

    private static async IAsyncEnumerable<int> AsyncItems()
    {
        await Task.Yield();
        yield return 1;
    }

    private sealed class Named
    {
        public string? Name { get; set; }
    }

    private sealed class Attributed
    {
        [JsonProperty("wire_name")]
        public string? Value { get; set; }
    }

    private sealed class Node
    {
        public Node? Self { get; set; }
    }

    private sealed class Endless(int level)
    {
        public Endless Next => new(level + 1);
    }

    private sealed class Throwing
    {
        public int First { get; } = 1;

        public int Value => First == 1 ? throw new FormatException("hunter2") : First;
    }
}
