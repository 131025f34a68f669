using System.Globalization;
using System.Text;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Errors;

public sealed class ApiEnvelopeProperties
{
    private static readonly Gen<string> Name = Gen.Frequency(
        (3, Gen.OneOf("statusCode", "apiCode", "message", "requestId", "data")),
        (1, AnyJson.Text));

    private static readonly Gen<JObject> Any = AnyJson.ObjectOf(Name, AnyJson.Value, 7);

    private static readonly Gen<string> Damaged = Gen.Select(Any, Gen.Int.NonNegative, Gen.Int[0, 4], Gen.OneOf("/**/", "//", "'", "new a(1)", "undefined", "]", "}", ":", ",", "\""))
        .Select((json, where, cut, insert) =>
        {
            var text = AnyJson.Write(json);
            var index = 1 + (where % (text.Length - 1));
            return text[..index] + insert + text[Math.Min(index + cut, text.Length)..];
        });

    [Fact]
    public void Any_object_is_read_with_its_members() => Any.Sample(
        json =>
        {
            var envelope = Read(AnyJson.Write(json));

            Assert.Equal(Number(json["statusCode"]), envelope.StatusCode);
            Assert.Equal(Number(json["apiCode"]), envelope.ApiCode?.Value);
            Assert.True(json["message"] is not JValue { Value: string message } || envelope.Message == message);
            Assert.True(json["data"] is not JContainer data || JToken.DeepEquals(data, Contract.Parse(envelope.Data!)));
        },
        iter: 3_000,
        print: AnyJson.Write);

    [Fact]
    public void Any_truncated_object_is_not_JSON() => Gen.Select(Any, Gen.Int.NonNegative).Sample(
        (json, where) =>
        {
            var text = AnyJson.Write(json);
            var cut = text[..(1 + (where % (text.Length - 1)))];

            Assert.ThrowsAny<JsonException>(() => Read(cut));
        },
        iter: 3_000);

    [Fact]
    public void Any_damaged_object_is_read_or_refused() => Damaged.Sample(
        text => Assert.True(Record.Exception(() => Read(text)) is null or JsonException),
        iter: 10_000);

    private static int? Number(JToken? token) => token switch
    {
        JValue { Value: long number and >= int.MinValue and <= int.MaxValue } => (int)number,
        JValue { Value: double number and >= int.MinValue and <= int.MaxValue } when Math.Floor(number) == number => (int)number,
        JValue { Value: string text } when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static ApiEnvelope Read(string text) => ApiEnvelope.Read(Encoding.UTF8.GetBytes(text), untilSuccess: false);
}
