using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;

namespace GenAuth.Testing.Service.Json;

/// <summary>Reads the JSON body of a request. A problem states the position, but no value.</summary>
internal static class JsonBody
{
    /// <summary>True if the Content-Type of the request is JSON in UTF-8.</summary>
    public static bool IsDeclared(GenAuthTenantRequest request, [NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (!request.Headers.TryGetValue("Content-Type", out var text)
            || !MediaTypeHeaderValue.TryParse(text, out var type)
            || !"application/json".Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            problem = "The body must be JSON, and the Content-Type header must be application/json.";
        }
        else if (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            problem = "The Content-Type header states another charset than utf-8. Send the body in UTF-8.";
        }

        return problem is null;
    }

    /// <summary>Reads the body, regardless of its Content-Type; see <see cref="JsonValueReader"/> for the value.</summary>
    public static bool TryRead(GenAuthTenantRequest request, out object? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        problem = null;
        try
        {
            value = JsonValueReader.Read(request.Body);
        }
        catch (JsonException exception)
        {
            problem = FormattableString.Invariant($"The body is not JSON: see line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
        catch (JsonDepthException)
        {
            problem = FormattableString.Invariant($"The body is nested deeper than {JsonValueReader.MaxDepth} levels, the limit of this tenant.");
        }

        return problem is null;
    }

    /// <summary>Reads the body of an operation that expects a JSON object.</summary>
    public static bool TryReadObject(GenAuthTenantRequest request, [NotNullWhen(true)] out JsonObjectValue? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        if (!IsDeclared(request, out problem) || !TryRead(request, out var value, out problem))
        {
            return false;
        }

        body = value as JsonObjectValue;
        problem = body is null ? "The body must be a JSON object." : null;
        return problem is null;
    }
}
