using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Computes the signature of a request as the service does, without code of the SDK.</summary>
internal static class SignatureCheck
{
    private const long MostExact = 1L << 53;

    public static IEnumerable<string> Problems(ReceivedRequest request)
    {
        var text = Text(request);
#pragma warning disable CA5350 // The protocol knows no other algorithm.
        var expected = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(OperationClients.AccessKeySecret), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
        return request.Headers.GetValueOrDefault("authorization") == $"GenAuth {OperationClients.AccessKeyId}:{expected}"
            ? []
            : [$"not the one of this text:\n{text}"];
    }

    private static string Text(ReceivedRequest request)
    {
        var headers = request.Headers.Where(header => header.Key == "date" || header.Key.StartsWith("x-genauth-", StringComparison.Ordinal))
            .Select(header => $"{header.Key}:{header.Value}\n");
        var parameters = (request.Verb == "GET" ? FromQuery(request) : FromBody(request))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => $"{parameter.Name}={parameter.Value}").ToList();
        return $"{request.Verb}\n{string.Concat(headers)}{request.Path}{(parameters.Count > 0 ? "?" + string.Join('&', parameters) : string.Empty)}";
    }

    private static IEnumerable<(string Name, string Value)> FromQuery(ReceivedRequest request) => request.Query.GroupBy(pair => pair.Key).Select(group =>
        group.Key.EndsWith("[]", StringComparison.Ordinal)
            ? (group.Key[..^2], Compact(new JArray(group.Select(pair => pair.Value))))
            : (group.Key, group.Single().Value));

    private static IEnumerable<(string Name, string Value)> FromBody(ReceivedRequest request) =>
        request.Headers.GetValueOrDefault("content-type")?.StartsWith("application/json", StringComparison.Ordinal) == true
            ? ((JObject)JsonDifference.Parse(request.Body)).Properties().Select(member => (member.Name, member.Value.Type == JTokenType.String ? (string)member.Value! : Compact(member.Value)))
            : [];

    /// <summary>As JSON.stringify writes it.</summary>
    private static string Compact(JToken value) => value switch
    {
        JObject members => "{" + string.Join(',', members.Properties().Select(member => Quote(member.Name) + ":" + Compact(member.Value))) + "}",
        JArray items => "[" + string.Join(',', items.Select(Compact)) + "]",
        JValue { Type: JTokenType.String } text => Quote((string)text!),
        JValue { Value: long number } when Math.Abs((decimal)number) > MostExact => Inexact(number),
        _ => value.ToString(Formatting.None),
    };

    /// <summary>Every number of JavaScript is a double.</summary>
    private static string Inexact(long number)
    {
        var parts = ((double)number).ToString("E16", CultureInfo.InvariantCulture).Split('E');
        var shortest = ((double)number).ToString("R", CultureInfo.InvariantCulture).Split('E');
        return shortest.Length == 1
            ? shortest[0]
            : shortest[0].Replace(".", string.Empty, StringComparison.Ordinal).PadRight(int.Parse(parts[1], CultureInfo.InvariantCulture) + (number < 0 ? 2 : 1), '0');
    }

    // Newtonsoft.Json escapes three line ends that JavaScript leaves as they are.
    private static string Quote(string text) => JsonConvert.ToString(text)
        .Replace("\\u2028", "\u2028", StringComparison.Ordinal)
        .Replace("\\u2029", "\u2029", StringComparison.Ordinal)
        .Replace("\\u0085", "\u0085", StringComparison.Ordinal);
}
