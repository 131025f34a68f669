using System.Globalization;
using CsCheck;
using GenAuth.Json;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>
/// The API's types are read and written by generated code in the SDK, and by Newtonsoft's serializer in the programs of its
/// users. Both have to come to the same.
/// </summary>
public sealed class BothRoadsTests
{
    private static readonly JToken[] Odd =
    [
        JValue.CreateNull(), new JValue(string.Empty), new JValue("x"), new JValue("12"), new JValue("true"), new JValue(7), new JValue(-1L << 40), new JValue(1.5),
        new JValue(7200.0), new JValue(true), new JObject(), new JObject { ["a"] = 1 }, new JArray(), new JArray("b"), new JArray(1), new JArray(JValue.CreateNull()), new JArray(string.Empty),
    ];

    public static TheoryData<Type> Dtos => [.. ModelTypes.Dtos];

    [Theory]
    [MemberData(nameof(Dtos))]
    public void Any_document_is_read_and_written_alike(Type dto) =>
        AnyModel.JsonOf(dto).Sample(json => AssertAlike(dto, AnyJson.Write(json)), iter: 10, print: AnyJson.Write);

    [Theory]
    [MemberData(nameof(Dtos))]
    public void So_is_each_member_with_each_odd_value(Type dto)
    {
        AssertAlike(dto, "{}");
        foreach (var member in ModelTypes.Members(dto))
        {
            foreach (var value in Odd)
            {
                AssertAlike(dto, AnyJson.Write(new JObject { [member.Name] = value }));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dtos))]
    public void So_are_members_that_nobody_knows_and_members_in_another_case_or_twice(Type dto)
    {
        AssertAlike(dto, """{"another":{"a":[null,1,"b"]},"more":null}""");
        foreach (var member in ModelTypes.Members(dto).Where(member => member.Type == typeof(string)))
        {
            AssertAlike(dto, $$"""{"{{member.Name.ToUpperInvariant()}}":"x"}""");
            AssertAlike(dto, $$"""{"{{member.Name}}":"x","{{member.Name}}":"y","other":1}""");
        }
    }

    [Theory]
    [MemberData(nameof(Dtos))]
    public void So_is_a_document_that_is_cut_off(Type dto)
    {
        var whole = AnyJson.Write(AnyModel.JsonOf(dto).Single());
        for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 20))
        {
            var text = whole[..length];
            Assert.True(Generated(dto, text).Text is null || text.Length == 0, text);
        }
    }

    private static void AssertAlike(Type dto, string json)
    {
        var generated = Generated(dto, json);
        var reflected = Reflected(dto, json);
        Assert.True(
            generated == reflected,
            $"""
            {json}
            generated: {generated}
            reflected: {reflected}
            """);
    }

    private static Outcome Generated(Type dto, string json) => Outcome.Of(() =>
    {
        using var text = new StringReader(json);
        var value = typeof(GenAuthJson).GetMethod(nameof(GenAuthJson.Read))!.MakeGenericMethod(dto).Invoke(null, [text]);
        return value is null ? null : GenAuthJson.ToText(value);
    });

    private static Outcome Reflected(Type dto, string json) => Outcome.Of(() =>
    {
        using var text = new StringReader(json);
        using var reader = new LenientJsonReader(text);
        var value = ReflectionJson.Serializer.Deserialize(reader, dto);
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        ReflectionJson.Serializer.Serialize(written, value);

        // What a user's own call writes.
        Assert.Equal(written.ToString(), JsonConvert.SerializeObject(value));
        return written.ToString();
    });

    /// <summary>What is written of what was read, or where the reading failed.</summary>
    private sealed record Outcome(string? Text, string? Place)
    {
        public static Outcome Of(Func<string?> work)
        {
            try
            {
                return new Outcome(work(), null);
            }
            catch (System.Reflection.TargetInvocationException exception) when (exception.InnerException is JsonException inner)
            {
                return new Outcome(null, MemberOf(inner));
            }
            catch (JsonException exception)
            {
                return new Outcome(null, MemberOf(exception));
            }
        }

        /// <summary>The root's member alone: the serializer looks a token further before it refuses an object for a list.</summary>
        private static string MemberOf(JsonException exception) => JsonPlace.Member(exception).Split(' ', '.')[0];
    }
}
