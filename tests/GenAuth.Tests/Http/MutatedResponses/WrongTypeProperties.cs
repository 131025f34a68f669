using System.Globalization;
using System.Reflection;
using CsCheck;
using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>
/// Values of another type than documented, at any depth below the data of every response: the call succeeds, each one is
/// reported, and the response is written back without loss. <c>GENAUTH_FUZZ_RESPONSES</c> sets the number of the extended test.
/// </summary>
public sealed class WrongTypeProperties(ITestOutputHelper output)
{
    private static readonly long Responses = long.Parse(Environment.GetEnvironmentVariable("GENAUTH_FUZZ_RESPONSES") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly Dictionary<Type, Func<string, Task<Received>>> Calls = WrongTypes.Responses.ToDictionary(type => type, type => typeof(WrongTypeProperties)
        .GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).CreateDelegate<Func<string, Task<Received>>>());

    [Fact]
    public Task Every_wrong_type_below_the_data_is_reported_and_written_back() => SampleAsync(1_000);

    [Trait("Category", "Extended")]
    [Fact]
    public Task Every_wrong_type_of_a_hundred_thousand_responses_is_reported_and_written_back() => SampleAsync(Responses);

    private async Task SampleAsync(long responses)
    {
        output.WriteLine($"{responses} responses of {WrongTypes.Responses.Count} types, beginning with seed {Environment.GetEnvironmentVariable("CsCheck_Seed") ?? "of chance"}");
        await WrongTypes.Planted.SampleAsync(
            async planted =>
            {
                var received = await Calls[planted.Type](AnyJson.Write(planted.Body));

                Assert.True(received.Drifts.SetEquals(planted.Expected), $"found:    {string.Join("; ", received.Drifts)}\nexpected: {string.Join<SchemaDrift>("; ", planted.Expected)}");
                AssertEqual(planted.Body, received.Written);
                AssertEqual(planted.Body, received.WrittenByOthers);
                return planted.Expected.Length == 0 ? "nothing to plant in" : $"{planted.Expected.Length} reported";
            },
            output.WriteLine,
            iter: responses,
            print: planted => $"{planted.Type.Name}: {AnyJson.Write(planted.Body)}");
    }

    private static void AssertEqual(JObject expected, string actual)
    {
        // Compared after writing and parsing, because a whole number as a double is another token than one as an integer.
        var (left, right) = (Contract.Parse(AnyJson.Write(expected)), Contract.Parse(actual));
        Assert.True(JToken.DeepEquals(left, right), $"expected: {AnyJson.Write(left)}\nactual:   {AnyJson.Write(right)}");
    }

    private static async Task<Received> CallAsync<T>(string body)
    {
        using var service = new StubHandler(body);
        var recorder = new DriftRecorder();
        var response = await Clients.Create(service, options => options.SchemaDriftObserver = recorder).SendAsync<T>(HttpMethod.Get, "/api/v3/any");
        return new([.. recorder.All], Contract.Write(response!), JsonConvert.SerializeObject(JsonConvert.DeserializeObject<T>(body)));
    }

    private sealed record Received(HashSet<SchemaDrift> Drifts, string Written, string WrittenByOthers);
}
