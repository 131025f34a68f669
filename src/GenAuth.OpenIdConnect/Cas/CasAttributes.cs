using System.Text.Json;
using System.Xml.Linq;

namespace GenAuth.OpenIdConnect.Cas;

/// <summary>Collects the attributes of a user from XML or JSON in the same form.</summary>
internal sealed class CasAttributes
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    public static CasAttributes From(XElement? attributes)
    {
        var result = new CasAttributes();
        foreach (var element in attributes?.Elements() ?? [])
        {
            result.Add(element, element.Name.LocalName);
        }

        return result;
    }

    public static CasAttributes From(JsonElement attributes)
    {
        var result = new CasAttributes();
        if (attributes.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in attributes.EnumerateObject())
            {
                result.Add(member.Value, member.Name);
            }
        }

        return result;
    }

    public CasUser ToUser(string name) => new(name, _values.ToDictionary(static entry => entry.Key, static entry => (IReadOnlyList<string>)entry.Value));

    private void Add(XElement element, string name)
    {
        if (!element.HasElements)
        {
            Add(name, element.Value);
        }

        foreach (var child in element.Elements())
        {
            Add(child, name + "." + child.Name.LocalName);
        }
    }

    private void Add(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Add(member.Value, name + "." + member.Name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Add(item, name);
                }

                break;
            case JsonValueKind.String:
                Add(name, value.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Add(name, value.GetRawText());
                break;
        }
    }

    private void Add(string name, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        if (!_values.TryGetValue(name, out var values))
        {
            _values.Add(name, values = []);
        }

        values.Add(value);
    }
}
