using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary>The parameters in the query of a request. Names are case-sensitive; parameters that are not in the API are ignored.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, string> _values;

    private QueryParameters(Dictionary<string, string> values) => _values = values;

    /// <summary>Reads the query of an operation.</summary>
    /// <param name="request">The request.</param>
    /// <param name="texts">The names of the text parameters, the required ones among them.</param>
    /// <param name="required">The names of the parameters that must not be empty.</param>
    /// <param name="flags">The names of the parameters that are true or false.</param>
    /// <param name="numbers">The names of the parameters that are whole numbers from 1.</param>
    /// <param name="query">The parameters.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead(
        GenAuthTenantRequest request, string[] texts, string[] required, string[] flags, string[] numbers,
        [NotNullWhen(true)] out QueryParameters? query, [NotNullWhen(false)] out string? problem)
    {
        query = null;
        problem = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            var name = pair.DecodeName().ToString();
            if (!values.TryAdd(name, pair.DecodeValue().ToString()) && (texts.Contains(name) || flags.Contains(name) || numbers.Contains(name)))
            {
                problem = $"{name} occurs more than once.";
            }
        }

        problem ??= Array.Find(required, name => string.IsNullOrEmpty(values.GetValueOrDefault(name))) is { } missing ? $"{missing} is missing." : null;
        problem ??= Array.Find(flags, name => values.TryGetValue(name, out var value) && value is not ("true" or "false")) is { } flag ? $"{flag} must be true or false." : null;
        problem ??= Array.Find(numbers, name => values.TryGetValue(name, out var value) && !(IsNumber(value, out var number) && number >= 1)) is { } wrong ? $"{wrong} must be a whole number from 1 to 2147483647." : null;
        query = problem is null ? new(values) : null;
        return query is not null;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public bool IsSet(string flag) => Text(flag) == "true";

    public int? Number(string name) => Text(name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    private static bool IsNumber(string value, out int number) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
