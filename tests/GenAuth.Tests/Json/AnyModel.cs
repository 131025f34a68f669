using CsCheck;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>JSON of the generated types.</summary>
internal static class AnyModel
{
    /// <summary>A response of the type with a random subset of members and some unknown ones.</summary>
    public static Gen<JObject> JsonOf(Type dto, bool isNested = false)
    {
        var start = AnyJson.ObjectOf(AnyJson.Text, AnyJson.Value, 2);

        // Two levels cover reading and writing, and some types contain themselves.
        return ModelTypes.Members(dto).Where(member => !isNested || !HoldsOthers(member.Type)).Aggregate(start, (gen, member) => Gen.Select(gen, ValueOf(member.Type), Gen.Int[0, 3], (json, value, chance) =>
        {
            var result = (JObject)json.DeepClone();
            if (IsAlwaysWritten(member.Type) || chance == 0)
            {
                result[member.Name] = value;
            }

            return result;
        }));
    }

    public static Gen<JToken> ValueOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) || typeof(IExtensibleEnum<string>).IsAssignableFrom(text) => AnyJson.Text.Select(JToken (value) => new JValue(value)),
        var number when number == typeof(int) || typeof(IExtensibleEnum<int>).IsAssignableFrom(number) => Gen.Int.Select(JToken (value) => new JValue(value)),
        var number when number == typeof(long) => Gen.Long.Select(JToken (value) => new JValue(value)),
        var flag when flag == typeof(bool) => Gen.Bool.Select(JToken (value) => new JValue(value)),
        var any when any == typeof(JToken) => AnyJson.Value,
        var instant when instant == typeof(DateTimeOffset) => AnyInstant.Written.Select(JToken (text) => new JValue(text)),
        var number when number == typeof(double) => Gen.Int.Select(JToken (value) => new JValue(value + 0.25)),
        var list when ItemOf(list) is { } item => ValueOf(item).Array[0, 2].Select(JToken (items) => new JArray(items)),
        var dto when ModelTypes.Dtos.Contains(dto) => JsonOf(dto, isNested: true).Select(JToken (value) => value),
        var other => throw new NotSupportedException($"Define how a member of type {other} is made."),
    };

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    private static bool HoldsOthers(Type type) => ModelTypes.Dtos.Contains(ItemOf(type) ?? type);

    private static bool IsAlwaysWritten(Type type) => type.IsPrimitive;
}
