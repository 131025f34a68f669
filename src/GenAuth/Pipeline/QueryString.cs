using System.Globalization;
using System.Net;
using GenAuth.Serialization;
using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>
/// The query of a request. <see langword="null"/> is omitted. A list is written as <c>name[]=a&amp;name[]=b</c>, because the service
/// would read <c>name=a</c> as a single value.
/// </summary>
internal sealed class QueryString
{
    /// <summary>The suffix of the name of a list.</summary>
    public const string ListSuffix = "[]";

    private List<KeyValuePair<string, string>>? _parameters;

    /// <summary>Names and values, not escaped, in the order in which they were added. A list has one entry per item, with the suffix in its name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters ?? [];

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            // Most operations have at most two parameters.
            (_parameters ??= new(2)).Add(new(name, value));
        }
    }

    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } instant ? Instant.ToText(instant) : null);

    public void Add<T>(string name, T value)
        where T : struct, IExtensibleEnum<string> => Add(name, value.Value);

    public void Add<T>(string name, T? value)
        where T : struct, IExtensibleEnum<string> => Add(name, value?.Value);

    public void Add(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
        {
            AddItem(name, value);
        }
    }

    public void Add<T>(string name, IEnumerable<T>? values)
        where T : struct, IExtensibleEnum<string>
    {
        foreach (var value in values ?? [])
        {
            AddItem(name, value.Value);
        }
    }

    public string? Find(string name) => _parameters?.Find(parameter => parameter.Key == name).Value;

    public void Set(string name, string value)
    {
        _parameters?.RemoveAll(parameter => parameter.Key == name);
        Add(name, value);
    }

    public void AddAll(QueryString other) => (_parameters ??= []).AddRange(other.Parameters);

    /// <summary>Adds the parameters of an escaped query.</summary>
    public void AddEscaped(string query)
    {
        foreach (var parameter in query.TrimStart('?').Split('&').Where(static parameter => parameter.Length > 0))
        {
            var parts = parameter.Split(['='], 2);
            Add(WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts.Length > 1 ? parts[1] : string.Empty));
        }
    }

    /// <summary>Formats an address with this query.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <param name="path">The path.</param>
    /// <param name="mask">Replaces each value, if values must not be shown.</param>
    public string FormatAddress(string origin, string path, string? mask = null)
    {
        if (_parameters is null)
        {
            // Trailing blanks are not part of an address, but not every constructor of Uri removes them.
            return origin + path.TrimEnd(' ');
        }

        var text = new ValueStringBuilder(stackalloc char[256]);
        text.Append(origin);
        text.Append(path);
        var separator = "?";
        foreach (var parameter in _parameters)
        {
            text.Append(separator);
            text.Append(Uri.EscapeDataString(parameter.Key));
            text.Append("=");
            text.Append(mask ?? Uri.EscapeDataString(parameter.Value));
            separator = "&";
        }

        return text.ToString();
    }

    public override string ToString() => FormatAddress(string.Empty, string.Empty);

    private void AddItem(string name, string? value)
    {
        if (value is null)
        {
            throw new ArgumentException($"{name} holds a null item. Remove it: a query cannot carry null in a list.", name);
        }

        Add(name + ListSuffix, value);
    }
}
