using System.Text;
using CsCheck;
using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Serialization.Converters;
using GenAuth.Tests.Json;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Management;

/// <summary>The signed text from the recorded member offsets equals the one from parsing the sent bytes.</summary>
public sealed class SignedMemberOffsetsProperties
{
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf("10", "9", "2", "01", "4294967295", "a", "B", "code", "é", "中", "\ud83d\ude00", "\ud83d", "__proto__", "it's \"q\"\\", ""),
        AnyJson.Text);

    private static readonly Gen<JToken> Value = Gen.OneOf(
        AnyJson.Value,
        Gen.String[Gen.Char["a\"\\\t\u0001\u0085\u2028中\ud83d\ude00"], 0, 6].Select(JToken (text) => new JValue(text)),
        Gen.Long[-2_000_000_000_000_000, 2_000_000_000_000_000].Select(JToken (number) => new JValue(number)),
        Gen.OneOf(0d, -0d, 1e21, 1e-7, 0.1, 1e15).Select(JToken (number) => new JValue(number)),
        Gen.OneOf("0", "-0", "1E3", " 1 ", "{\"b\":1,\"a\":2,\"b\":3}", "'a'").Select(JToken (json) => new JRaw(json)),
        Gen.Const(JToken () => new JValue(new DateTime(2026, 1, 1, 8, 30, 0, DateTimeKind.Utc))));

    public static TheoryData<Type> Requests =>
        [typeof(CreateRoleDto), typeof(ListUsersRequestDto), typeof(CreateUserReqDto), typeof(UpdateUserReqDto), typeof(PubEventDto), typeof(SignInByMobileDto)];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Signed_text_of_a_request_type_is_that_of_the_sent_bytes(Type dto) => AnyModel.JsonOf(dto).Sample(
        json => AssertAlike(Read(dto, json)), iter: 200, print: AnyJson.Write);

    [Theory]
    [MemberData(nameof(Requests))]
    public void Signed_text_of_a_request_type_with_additional_members_is_that_of_the_sent_bytes(Type dto) =>
        Gen.Select(AnyModel.JsonOf(dto), Gen.Dictionary(Gen.OneOf(Name, Gen.OneOf("code", "username", "options")), Value)[0, 4]).Sample(
            (json, more) =>
            {
                var request = Read(dto, json);
                foreach (var member in more)
                {
                    request.AdditionalProperties[member.Key] = member.Value;
                }

                AssertAlike(request);
            },
            iter: 200,
            print: pair => AnyJson.Write(pair.Item1) + " and " + string.Join(", ", pair.Item2));

    [Fact]
    public void Signed_text_of_an_object_is_that_of_the_sent_bytes() => AnyJson.ObjectOf(Name, Value, 8).Sample(json => AssertAlike(json), iter: 5_000, print: AnyJson.Write);

    [Fact]
    public void Signed_text_of_a_list_or_a_scalar_is_that_of_the_sent_bytes() => Value.Sample(json => AssertAlike(json), iter: 1_000, print: AnyJson.Write);

    [Fact]
    public void Signed_text_of_a_type_written_by_reflection_is_that_of_the_sent_bytes()
    {
        AssertAlike(new { b = 1, a = "中\"", c = new { b = 1.50, a = (string?)null }, d = new List<int> { 1, 2 }, e = 1m });
        AssertAlike(new Dictionary<string, object?> { ["b\u2028"] = true, ["9"] = null, ["10"] = new Dictionary<string, int> { ["z"] = 1, ["0"] = 2 } });
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"z\":1,")]
    [InlineData("/*z*/")]
    [InlineData(" ")]
    public void Signed_text_of_raw_JSON_from_a_converter_is_that_of_the_sent_bytes(string before) => AssertAlike(new Bypassing(before));

    [Fact]
    public void Offsets_of_members_are_recorded_for_usual_requests()
    {
        var request = new CreateRoleDto { Code = "管理员", Namespace = "default", AdditionalProperties = { ["more"] = new JObject { ["inner"] = 1 } } };

        var json = GenAuthJson.ToUtf8(request, withMembers: true);

        Assert.Equal(
            ["\"管理员\"", "\"default\"", """{"inner":1}"""],
            json.Members!.Select(place => Encoding.UTF8.GetString(json.Bytes, place.Start, place.End - place.Start)));
        Assert.Equal(["code", "namespace", "more"], json.Members!.Select(place => place.Name));
        Assert.Null(GenAuthJson.ToUtf8(request, withMembers: false).Members);
    }

    private static void AssertAlike(object body)
    {
        var noted = GenAuthJson.ToUtf8(body, withMembers: true);
        var read = new Utf8Json(noted.Bytes);

        Assert.Equal(Resource(read), Resource(noted));
        Assert.Equal(GenAuthJson.ToUtf8(body, withMembers: false).Bytes, noted.Bytes);
    }

    private static ExtensibleObject Read(Type dto, JObject json) =>
        (ExtensibleObject)ReflectionJson.Serializer.Deserialize(json.CreateReader(), dto)!;

    private static string Resource(Utf8Json json) => SignedBody.Resource("POST", "/p", new QueryString(), json);

    [JsonConverter(typeof(Converter))]
    private sealed record Bypassing(string Before)
    {
        private sealed class Converter : JsonConverter<Bypassing>
        {
            public override void WriteJson(JsonWriter writer, Bypassing? value, JsonSerializer serializer)
            {
                writer.WriteStartObject();
                writer.WriteRaw(value!.Before);
                writer.WritePropertyName("a");
                writer.WriteValue(1);
                writer.WriteEndObject();
            }

            public override Bypassing ReadJson(JsonReader reader, Type objectType, Bypassing? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
                throw new NotSupportedException();
        }
    }
}
