using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GenAuth.Authorization.Signature;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace GenAuth.Benchmarks.Quick;

/// <summary>
/// Writing and signing a body of 4 kB. The others sign the written bytes unchanged, without the headers and the order of members
/// that the service requires.
/// </summary>
internal static class SignedBody
{
    private const string Path = "/api/v3/create-users-batch";
    private const string Secret = "not-a-secret";
    private const int Users = 8;

    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static readonly PlainNewUsers Body = PlainNewUsers.Create(Users);
    private static readonly CreateUserBatchReqDto Dto = Body.ToDto();

    // Escapes as little as the SDK does.
    private static readonly PlainJson Json = new(new JsonSerializerOptions(PlainJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly JsonSerializerSettings Reflection = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        NullValueHandling = NullValueHandling.Ignore,
    };

    private static readonly SigningKey SdkKey = new("6520f2d9a3c1b4e5f6a7b8c0", Secret, Edition.GenAuth);

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("date", "Fri, 02 Jan 2026 03:04:05 GMT"), new("x-genauth-sdk-version", "genauth-dotnet-sdk:1.0.0"), new("x-genauth-signature-method", "HMAC-SHA1"),
        new("x-genauth-signature-nonce", "0123456789abcdef0123456789abcdef"), new("x-genauth-signature-version", "1.0"),
    ];

    public static async Task PrintAsync(TimeSpan warmUp)
    {
        var length = GenAuthJson.ToUtf8(Dto, withMembers: true).Bytes.Length;
        if (length != JsonSerializer.SerializeToUtf8Bytes(Body, Json.PlainNewUsers).Length)
        {
            throw new InvalidOperationException("The contestants do not write the same body.");
        }

        List<Func<Task>> calls = [SourceGeneration, ByReflection, ThisSdk];
        await Measure.WarmUpAsync(calls, warmUp);
        Console.WriteLine();
        Console.WriteLine(Row.Header(["source generation + HMAC", "Newtonsoft.Json + HMAC", "this SDK"]));
        await PrintAsync($"a body of {length:N0} bytes, write and sign", "µs", 60, calls, call => Measure.TimeAsync(call, 300), goal: 1.30);
        await PrintAsync("… allocated", "B", 5, calls, call => Measure.AllocationAsync(call, 500), goal: null);
    }

    private static async Task PrintAsync(string title, string unit, int rounds, List<Func<Task>> calls, Func<Func<Task>, Task<double>> measure, double? goal) =>
        Console.WriteLine(new Row(title, unit, await Rounds.RunAsync(rounds, [.. calls.Select(call => (Func<Task<double>>)(() => measure(call)))]), goal));

    private static Task SourceGeneration() => Sign(JsonSerializer.SerializeToUtf8Bytes(Body, Json.PlainNewUsers));

    private static Task ByReflection() => Sign(Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(Body, Reflection)));

    private static Task ThisSdk()
    {
        var json = GenAuthJson.ToUtf8(Dto, withMembers: true);
        return Demand(SdkKey.Sign(new SignedText("POST", Headers, Path, CanonicalParameters.Create("POST", new QueryString(), json))));
    }

    // CA5350: the service accepts no other algorithm.
#pragma warning disable CA5350
    private static Task Sign(byte[] body) => Demand(Convert.ToBase64String(HMACSHA1.HashData(Key, body)));
#pragma warning restore CA5350

    private static Task Demand(string signature) => signature.Length == 28 ? Task.CompletedTask : throw new InvalidOperationException("That is no signature.");
}
