using GenAuth.ContractTests.Operations.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>The answers of the service to an operation.</summary>
internal static class SampleAnswers
{
    public static JToken Success(ApiOperation operation, SampleStyle style)
    {
        var answer = new SampleJson(style, operation.Id.Length).Of(operation.AnswerSchema);
        if (operation.HasEnvelope)
        {
            answer["statusCode"] = 200;
        }

        return answer;
    }

    public static string Text(JToken answer) => answer.ToString(Formatting.None);

    /// <summary>The answer with null for every scalar and list below the envelope; its objects stay.</summary>
    public static JToken WithNulls(ApiOperation operation, JToken answer)
    {
        var copy = answer.DeepClone();
        Empty(operation.HasEnvelope ? copy["data"] : copy);
        return copy;
    }

    /// <summary>The answer with another value of <c>data</c>.</summary>
    public static JToken WithData(JToken answer, JToken data)
    {
        var copy = answer.DeepClone();
        copy["data"] = data;
        return copy;
    }

    private static void Empty(JToken? value)
    {
        foreach (var member in (value as JObject)?.Properties() ?? [])
        {
            if (member.Value is JObject inner && inner.Count > 0)
            {
                Empty(inner);
            }
            else
            {
                member.Value = JValue.CreateNull();
            }
        }
    }
}
