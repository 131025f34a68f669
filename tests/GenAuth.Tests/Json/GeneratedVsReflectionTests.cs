using System.Collections.Concurrent;
using System.Reflection;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>
/// The API's types are read and written by generated code in the SDK and by Newtonsoft's serializer in the programs of its
/// users. Both must give the same result.
/// </summary>
public sealed class GeneratedVsReflectionTests
{
    private static readonly JToken[] Odd =
    [
        JValue.CreateNull(), new JValue(string.Empty), new JValue("x"), new JValue("12"), new JValue("true"), new JValue(7), new JValue(-1L << 40), new JValue(1.5),
        new JValue(7200.0), new JValue(true), new JValue(false), new JValue(0), new JValue(1), new JValue(1e18), new JValue(1669000000000L), new JValue("1e3"), new JValue("7200.0"), new JValue("enabled"), new JValue("DISABLED"),
        new JValue(System.Numerics.BigInteger.Pow(10, 30)), new JArray(1, "a", new JObject(), new JArray(), JValue.CreateNull(), true, 1.5), new JArray(new JObject(), "x", new JObject { ["a"] = 1 }), new JObject(), new JObject { ["a"] = 1 }, new JArray(), new JArray("b"), new JArray(1), new JArray(JValue.CreateNull()), new JArray(string.Empty),
    ];

    private static readonly ConcurrentDictionary<Type, Func<string, Outcome>> Readers = new();

    /// <summary>One test for all types, because the overhead of a case for each would exceed the test itself.</summary>
    public static TheoryData<char> Letters => [.. ModelTypes.Dtos.Select(Letter).Distinct().Order()];

    [Theory]
    [MemberData(nameof(Letters))]
    public void Any_document_is_read_and_written_alike(char letter) => ForEach(letter, dto =>
        AnyModel.JsonOf(dto).Sample(json => AssertAlike(dto, AnyJson.Write(json)), iter: 10, threads: 1, print: AnyJson.Write));

    /// <summary>Each member with four values that differ from those of its neighbours.</summary>
    [Theory]
    [MemberData(nameof(Letters))]
    public void Member_with_some_odd_values_is_read_alike(char letter) => ForEach(letter, dto => AssertOddAlike(dto, values: 4));

    [Trait("Category", "Extended")]
    [Theory]
    [MemberData(nameof(Letters))]
    public void Member_with_every_odd_value_is_read_alike(char letter) => ForEach(letter, dto => AssertOddAlike(dto, Odd.Length));

    [Theory]
    [MemberData(nameof(Letters))]
    public void Unknown_members_other_cases_and_duplicates_are_read_alike(char letter) => ForEach(letter, dto =>
    {
        AssertAlike(dto, """{"another":{"a":[null,1,"b"]},"more":null}""");
        foreach (var member in ModelTypes.Members(dto).Where(member => member.Type == typeof(string)))
        {
            AssertAlike(dto, $$"""{"{{member.Name.ToUpperInvariant()}}":"x"}""");
            AssertAlike(dto, $$"""{"{{member.Name}}":"x","{{member.Name}}":"y","other":1}""");
        }
    });

    [Theory]
    [MemberData(nameof(Letters))]
    public void Document_that_is_cut_off_is_refused_alike(char letter) => ForEach(letter, dto => AnyModel.JsonOf(dto).Sample(
        json =>
        {
            var whole = AnyJson.Write(json);
            for (var length = 0; length < whole.Length; length += Math.Max(1, whole.Length / 20))
            {
                var text = whole[..length];
                Assert.True(Generated(dto, text).Text is null, $"{dto.Name}: {text}");
            }
        },
        iter: 1, threads: 1, print: AnyJson.Write));

    /// <summary>Runs on all processors, because the cases of a class are not parallel.</summary>
    private static void ForEach(char letter, Action<Type> check) => Parallel.ForEach(ModelTypes.Dtos.Where(dto => Letter(dto) == letter), check);

    private static char Letter(Type dto) => dto.Name[0];

    private static void AssertOddAlike(Type dto, int values)
    {
        AssertAlike(dto, "{}");
        foreach (var (index, member) in ModelTypes.Members(dto).Index())
        {
            for (var value = 0; value < values; value++)
            {
                AssertAlike(dto, AnyJson.Write(new JObject { [member.Name] = Odd[((index * values) + value) % Odd.Length] }));
            }
        }
    }

    private static void AssertAlike(Type dto, string json)
    {
        var generated = Generated(dto, json);
        var reflected = Reflected(dto, json);
        Assert.True(
            generated == reflected,
            $"""
            {dto.Name}: {json}
            generated: {generated}
            reflected: {reflected}
            """);
    }

    private static Outcome Generated(Type dto, string json) => Readers.GetOrAdd(dto, MakeReader)(json);

    private static Func<string, Outcome> MakeReader(Type dto) => typeof(GeneratedVsReflectionTests)
        .GetMethod(nameof(GeneratedAs), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(dto).CreateDelegate<Func<string, Outcome>>();

    private static Outcome GeneratedAs<T>(string json) => Outcome.Create(() => GenAuthJson.Read<T>(json) is { } value ? GenAuthJson.ToText(value) : null);

    private static Outcome Reflected(Type dto, string json) => Outcome.Create(() =>
    {
        // Newtonsoft's serializer, from text and by way of a JToken.
        if (JsonConvert.DeserializeObject(json, dto) is not { } value)
        {
            return null;
        }

        var written = JsonConvert.SerializeObject(value);
        Assert.Equal(written, JsonConvert.SerializeObject(Contract.Parse(json).ToObject(dto)));
        Assert.True(JToken.DeepEquals(Contract.Parse(written), JObject.FromObject(value)), written);
        return written;
    });

    /// <summary>The JSON that is written back, or the position of the failure.</summary>
    private sealed record Outcome(string? Text, string? Place)
    {
        public static Outcome Create(Func<string?> work)
        {
            try
            {
                return new Outcome(work(), null);
            }
            catch (JsonException exception)
            {
                return new Outcome(null, MemberOf(exception));
            }
        }

        /// <summary>The member of the root only: the serializer reads one token further before it refuses an object for a list.</summary>
        private static string MemberOf(JsonException exception) => JsonErrorPosition.GetMember(exception).Split(' ', '.')[0];
    }
}
