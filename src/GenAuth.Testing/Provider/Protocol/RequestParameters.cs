using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>The parameters of a query or a form. As in OAuth 2.0, an empty one counts as missing, and names are case-sensitive.</summary>
internal sealed class RequestParameters
{
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private string? _repeated;

    private RequestParameters(string encoded)
    {
        foreach (var pair in new QueryStringEnumerable(encoded))
        {
            var name = pair.DecodeName().ToString();
            if (!_values.TryAdd(name, pair.DecodeValue().ToString()))
            {
                _repeated = name;
            }
        }
    }

    /// <summary>The value of a parameter, or <see langword="null"/> if it is missing or empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads the query of a GET request, or the form of a POST request.</summary>
    /// <exception cref="OAuthErrorException">The body is not a form.</exception>
    public static RequestParameters Read(GenAuthTenantRequest request) => request.Method == "POST" ? ReadForm(request) : new(request.Query);

    /// <inheritdoc cref="Read"/>
    public static RequestParameters ReadForm(GenAuthTenantRequest request)
    {
        var type = request.Headers.GetValueOrDefault("Content-Type") ?? string.Empty;
        return request.Body.Length == 0 || type.Split(';')[0].Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase)
            ? new(request.Body)
            : throw OAuthErrorException.InvalidRequest($"The body must be a form, and the Content-Type header must be {FormType}.");
    }

    /// <summary>The blank-separated items of a parameter.</summary>
    public IReadOnlyList<string> List(string name) => Split(this[name] ?? string.Empty);

    public static IReadOnlyList<string> Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToArray();

    /// <exception cref="OAuthErrorException">A parameter occurs more than once.</exception>
    public void RequireSingle()
    {
        if (_repeated is not null)
        {
            throw OAuthErrorException.InvalidRequest("A parameter occurs more than once.");
        }
    }

    /// <exception cref="OAuthErrorException">The parameter is missing.</exception>
    public string Require(string name) => this[name] ?? throw OAuthErrorException.InvalidRequest($"{name} is missing.");
}
