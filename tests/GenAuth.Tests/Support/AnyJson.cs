using CsCheck;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Support;

/// <summary>JSON of every shape, with texts that incorrect parsers change.</summary>
internal static class AnyJson
{
    public static Gen<string> Text { get; } = Gen.OneOf(
        Gen.OneOf("2016-03-14T09:26:53.000Z", "2016-03-14T09:26:53+08:00", "/Date(1457947613000)/", "1", "true", "null", "", "NaN", "$ref"),
        Gen.String[Gen.Char["aZ0 \"\\/{}[]:,\t\r\n\b中é\u2028"], 0, 10]);

    public static Gen<JToken> Value { get; } = Gen.Recursive<JToken>((depth, inner) => depth < 3
        ? Gen.OneOf(Scalar, Scalar, Array(inner), Object(inner))
        : Scalar);

    private static Gen<JToken> Scalar => Gen.OneOf<JToken>(
        Gen.Const(JToken () => JValue.CreateNull()),
        Gen.Bool.Select(JToken (value) => new JValue(value)),
        Gen.Long.Select(JToken (value) => new JValue(value)),
        Gen.Double.Where(double.IsFinite).Select(JToken (value) => new JValue(value)),
        Text.Select(JToken (value) => new JValue(value)));

    /// <summary>An object with members of these names and values.</summary>
    public static Gen<JObject> ObjectOf(Gen<string> name, Gen<JToken> value, int most) =>
        Gen.Dictionary(name, value)[0, most].Select(members => new JObject(members.Select(member => new JProperty(member.Key, member.Value))));

    public static string Write(JToken token) => token.ToString(Formatting.None);

    private static Gen<JToken> Array(Gen<JToken> item) => item.Array[0, 3].Select(JToken (items) => new JArray(items));

    private static Gen<JToken> Object(Gen<JToken> value) => ObjectOf(Text, value, 3).Select(JToken (item) => item);
}
