using GenAuth.Serialization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Pipeline.Content;

/// <summary>The members of an object as a form (<c>application/x-www-form-urlencoded</c>). What is not set is left out.</summary>
internal sealed class FormBody(object fields) : IRequestBody
{
    public HttpContent ToContent(bool isForOneSending = false)
    {
        using var form = new FormUrlEncodedContent(GenAuthJson.ToTree(fields).Properties().SelectMany(Fields));

        // The bytes are there already, so nothing is waited for.
        var content = new OneTimeContent(form.ReadAsByteArrayAsync().GetAwaiter().GetResult(), isForOneSending);
        content.Headers.ContentType = form.Headers.ContentType;
        return content;
    }

    // Lists repeat their name, as everywhere in the service; an object has no form in a form but its JSON.
    private static IEnumerable<KeyValuePair<string, string>> Fields(JProperty property) => property.Value switch
    {
        { Type: JTokenType.Null } => [],
        JArray items => items.Select(item => Field(property.Name + "[]", item)),
        var value => [Field(property.Name, value)],
    };

    private static KeyValuePair<string, string> Field(string name, JToken value) =>
        new(name, value is JValue { Type: JTokenType.String } text ? (string)text! : value.ToString(Newtonsoft.Json.Formatting.None));
}
