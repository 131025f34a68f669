using System.Reflection;
using Newtonsoft.Json.Linq;
using ModelTypes = GenAuth.Tests.Json.ModelTypes;

namespace GenAuth.Tests.Drift;

/// <summary>Creates documented JSON of a type with all members. The start selects the values.</summary>
internal sealed class FullModel(int start)
{
    private const int Levels = 3;

    private readonly Stack<Type> _open = new();
    private int _turn = start;

    /// <summary>The documented values of an enum.</summary>
    public static IReadOnlyList<object> ValuesOf(Type set) =>
        [.. set.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == set).Select(property => property.GetValue(null)!)];

    public JObject Create(Type dto)
    {
        _open.Push(dto);
        var required = DocumentedType.Required(dto);
        var json = new JObject();
        foreach (var (name, type) in ModelTypes.Members(dto))
        {
            // Limits types that contain many others or themselves.
            if (required.Contains(name) || (Next(3) > 0 && !(DocumentedType.In(type) is { } held && (_open.Count >= Levels || _open.Contains(held)))))
            {
                json[name] = Value(type);
            }
        }

        _open.Pop();
        return json;
    }

    private JToken Value(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var text when text == typeof(string) => new JValue("text " + Next(1000)),
        var set when typeof(IExtensibleEnum<string>).IsAssignableFrom(set) => new JValue(((IExtensibleEnum<string>)Any(ValuesOf(set))).Value),
        var set when typeof(IExtensibleEnum<int>).IsAssignableFrom(set) => new JValue(((IExtensibleEnum<int>)Any(ValuesOf(set))).Value),
        var flag when flag == typeof(bool) => new JValue(Next(2) == 1),
        var number when number == typeof(int) || number == typeof(long) => new JValue(Next(1000)),
        var instant when instant == typeof(DateTimeOffset) => new JValue($"2022-07-03T02:20:30.{Next(1000):D3}Z"),
        var number when number == typeof(double) => new JValue(Next(1000) + 0.25),
        var any when any == typeof(JToken) => new JObject { ["anything"] = new JArray(Next(10), new JObject { ["at all"] = null }) },
        var list when DocumentedType.ItemOf(list) is { } item => new JArray(Enumerable.Range(0, _open.Contains(item) ? 0 : Next(3)).Select(_ => Value(item))),
        var dto => Create(dto),
    };

    private object Any(IReadOnlyList<object> values) => values[Next(values.Count)];

    private int Next(int count) => (int)((uint)(_turn++ * 2654435761) >> 8) % count;
}
