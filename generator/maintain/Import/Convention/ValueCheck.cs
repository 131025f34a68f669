using System.Globalization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>Whether a sample or a default is a value of a type.</summary>
internal static class ValueCheck
{
    public static bool IsValid(JToken value, JObject schema, SchemaSet schemas)
    {
        if (value.ToString().Any(letter => letter is > '~'))
        {
            return false;
        }

        var (name, resolved) = schemas.Resolve(schema);
        return (name, resolved["type"].Text()) switch
        {
            ({ }, _) => false,
            _ when resolved["enum"] is JArray values => values.Any(known => JToken.DeepEquals(known, value)),
            (_, "string") => value.Type == JTokenType.String,
            (_, "boolean") => value.Type == JTokenType.Boolean,
            (_, "integer") => value.Type == JTokenType.Integer && (resolved["format"].Text() != "int32" || int.TryParse(value.ToString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out _)),
            (_, "number") => value.Type is JTokenType.Integer or JTokenType.Float,
            (_, "array") => value is JArray list && (resolved["items"] is not JObject items || list.All(item => IsValid(item, items, schemas))),
            (_, "object") => value is JObject,
            _ => value.Type != JTokenType.Null,
        };
    }
}
