using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>
/// What a management request's signature has to cover, worked out from the request as it arrived. Written apart from the SDK's
/// own signing on purpose: two implementations that agree prove more than one that agrees with itself.
/// </summary>
internal static class CanonicalRequest
{
    private const string ListMark = "[]";

    public static string TextOf(GenAuthTenantRequest request, string headerPrefix)
    {
        var headers = request.Headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), header.Value))
            .Where(header => header.Name == "date" || header.Name.StartsWith(headerPrefix, StringComparison.Ordinal))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value.Trim()}\n");
        var parameters = (request.Method == "GET" ? QueryOf(request) : BodyOf(request))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Name}={parameter.Value}")
            .ToList();
        return request.Method + "\n" + string.Concat(headers) + request.Path + (parameters.Count == 0 ? string.Empty : "?" + string.Join('&', parameters));
    }

    private static IEnumerable<(string Name, string Value)> QueryOf(GenAuthTenantRequest request) =>
        QueryHelpers.ParseQuery(request.Query).Select(parameter => parameter.Key.EndsWith(ListMark, StringComparison.Ordinal)
            ? (parameter.Key[..^ListMark.Length], "[" + string.Join(',', parameter.Value.Select(item => Quote(item ?? string.Empty))) + "]")
            : (parameter.Key, parameter.Value.ToString()));

    private static IEnumerable<(string Name, string Value)> BodyOf(GenAuthTenantRequest request)
    {
        if (request.Body.Length == 0 || !request.Headers.TryGetValue("Content-Type", out var type) || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        using var document = JsonDocument.Parse(request.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? [.. document.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : Write(member.Value)))]
            : [];
    }

    private static string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().Select(member => Quote(member.Name) + ":" + Write(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Write)) + "]",
        JsonValueKind.String => Quote(value.GetString()!),
        JsonValueKind.Number => Number(value.GetDouble()),
        _ => value.GetRawText(),
    };

    // The shortest text that means the same number, with exponents as JavaScript writes them.
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(value) switch
        {
            0 => "0",
            // The same digits without an exponent; a cast of the number itself would round them.
            >= 1e-6 and < 1e21 => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
            _ => text.Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e'),
        };
    }

    private static string Quote(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var character in text)
        {
            json.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return json.Append('"').ToString();
    }
}
