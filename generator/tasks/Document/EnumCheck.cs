using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks that all values of an enum are strings, or all are 32-bit integers, because the templates print only these.</summary>
internal sealed class EnumCheck(ApiDocument document, DocumentErrors errors)
{
    public void Run()
    {
        foreach (var list in document.Root.Descendants().OfType<JProperty>().Where(property => property is { Name: "enum", Value: JArray } && !KeywordCheck.IsSampleOrName(property)))
        {
            var isNumber = list.Parent.Text("type") is "integer" or "number";
            foreach (var value in ((JArray)list.Value).Where(value => value.Type != JTokenType.Null && !Fits(value, isNumber)))
            {
                errors.Add("GENAUTH021", value, $"The value {PrintableText.Quote(value.ToString())} of an enum is not {(isNumber ? "an integer of 32 bits" : "a text")}. Correct the value, or the type beside the enum (string or integer).");
            }
        }
    }

    private static bool Fits(JToken value, bool isNumber) =>
        isNumber ? value is JValue { Value: long and >= int.MinValue and <= int.MaxValue } : value.Type == JTokenType.String;
}
