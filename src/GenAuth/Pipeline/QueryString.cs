using System.Globalization;
using System.Net;
using GenAuth.Text;

namespace GenAuth.Pipeline;

/// <summary>
/// The query of a request. <see langword="null"/> is left out; a list is written as <c>name[]=a&amp;name[]=b</c>, the only
/// form in which the service keeps a list of one a list.
/// </summary>
internal sealed class QueryString
{
    /// <summary>What the name of a list ends with on the wire.</summary>
    public const string ListMark = "[]";

    private List<KeyValuePair<string, string>>? _parameters;

    /// <summary>Names and values as they were given, in the order of their adding; a list is one entry per item, its mark in the name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters ?? [];

    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            // Most operations have one or two.
            (_parameters ??= new(2)).Add(new(name, value));
        }
    }

    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, double? value) => Add(name, value?.ToString("R", CultureInfo.InvariantCulture));

    public void Add(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

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

    /// <summary>Adds what a query that is already written says.</summary>
    public void AddEscaped(string query)
    {
        foreach (var parameter in query.TrimStart('?').Split('&').Where(static parameter => parameter.Length > 0))
        {
            var parts = parameter.Split(['='], 2);
            Add(WebUtility.UrlDecode(parts[0]), WebUtility.UrlDecode(parts.Length > 1 ? parts[1] : string.Empty));
        }
    }

    /// <summary>The text of an address with this query behind it.</summary>
    /// <param name="origin">Scheme and host.</param>
    /// <param name="path">The path.</param>
    /// <param name="mask">What stands for each value where values must not be shown.</param>
    public string Behind(string origin, string path, string? mask = null)
    {
        if (_parameters is null)
        {
            // A blank at the very end is no part of an address, and not every way to make one leaves it out.
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

    public override string ToString() => Behind(string.Empty, string.Empty);

    private void AddItem(string name, string? value)
    {
        if (value is null)
        {
            throw new ArgumentException($"{name} holds a null item. Remove it: a query cannot carry null in a list.", name);
        }

        Add(name + ListMark, value);
    }
}
