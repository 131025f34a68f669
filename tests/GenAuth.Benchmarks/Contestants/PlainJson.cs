using System.Text.Json.Serialization;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>System.Text.Json with readers and writers made at compile time: the fastest that .NET has.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainResponse<PlainAuthInfo>))]
[JsonSerializable(typeof(PlainResponse<PlainPage>))]
[JsonSerializable(typeof(PlainListUsers))]
[JsonSerializable(typeof(PlainNewUsers))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class PlainJson : JsonSerializerContext;
