using GenAuth.Serialization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Pipeline.Content;

/// <summary>The members of an object as a form (<c>application/x-www-form-urlencoded</c>). Unset members are omitted.</summary>
internal sealed class FormBody(object fields) : IRequestBody
{
    public HttpContent ToContent(bool sendOnce = false)
    {
        using var form = new FormUrlEncodedContent(GenAuthJson.ToTree(fields).Properties().SelectMany(GetFields));

        // Completes synchronously, because the form is in memory.
        var content = new SendOnceContent(form.ReadAsByteArrayAsync().GetAwaiter().GetResult(), sendOnce);
        content.Headers.ContentType = form.Headers.ContentType;
        return content;
    }

    // Lists are written as in a query. An object has no other representation in a form than its JSON.
    private static IEnumerable<KeyValuePair<string, string>> GetFields(JProperty property) => property.Value switch
    {
        { Type: JTokenType.Null } => [],
        JArray items => items.Select(item => CreateField(property.Name + "[]", item)),
        var value => [CreateField(property.Name, value)],
    };

    private static KeyValuePair<string, string> CreateField(string name, JToken value) =>
        new(name, value is JValue { Type: JTokenType.String } text ? (string)text! : value.ToString(Newtonsoft.Json.Formatting.None));
}
