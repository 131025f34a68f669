using GenAuth.ContractTests.Operations.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>The responses of the service to an operation.</summary>
internal static class SampleResponses
{
    public static JToken Success(ApiOperation operation, SampleStyle style)
    {
        var response = new SampleJson(style, operation.Id.Length).Create(operation.ResponseSchema);
        if (operation.HasEnvelope)
        {
            response["statusCode"] = 200;
        }

        return response;
    }

    public static string Text(JToken response) => response.ToString(Formatting.None);

    /// <summary>The response with null for every scalar and list below the envelope; its objects stay.</summary>
    public static JToken WithNulls(ApiOperation operation, JToken response)
    {
        var copy = response.DeepClone();
        Empty(operation.HasEnvelope ? copy["data"] : copy);
        return copy;
    }

    /// <summary>The response with another value of <c>data</c>.</summary>
    public static JToken WithData(JToken response, JToken data)
    {
        var copy = response.DeepClone();
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
