using System.Reflection;
using GenAuth.Tests.Document;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Values for everything that is sent and received: a canary for every sensitive or untyped member.</summary>
internal sealed class CanaryValue(string direction)
{
    private static readonly Dictionary<(string Owner, string Name), bool> Marks = Member.All.GroupBy(member => (member.Owner, member.Name)).ToDictionary(group => group.Key, group => group.First().Mark is not null);

    private readonly Stack<Type> _open = new();

    /// <summary>An object of the API with all members set and an unknown one.</summary>
    public ExtensibleObject Model(Type type)
    {
        _open.Push(type);
        var model = (ExtensibleObject)Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName is { } wire && !IsOpen(property.PropertyType))
            {
                property.SetValue(model, Create(property.PropertyType, $"{type.Name}.{wire}", Marks.GetValueOrDefault((type.Name, wire))));
            }
        }

        var unknown = Canary.At($"{direction}.{type.Name}.unknown");
        model.AdditionalProperties[unknown] = unknown;
        _open.Pop();
        return model;
    }

    /// <summary>A value of a member or a parameter.</summary>
    public object? Create(Type wanted, string place, bool isSensitive)
    {
        var type = Nullable.GetUnderlyingType(wanted) ?? wanted;
        // An enumeration counts up from the page, which some operations take as text.
        var text = isSensitive ? Canary.At($"{direction}.{place}") : place.EndsWith(".page", StringComparison.Ordinal) ? "1" : "plain";
        return type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(double) => isSensitive ? Canary.Number(place) : 1d,
            _ when type == typeof(int) || type == typeof(long) => Convert.ChangeType(isSensitive ? throw new NotSupportedException("Define a whole number that is a canary.") : 1, type, null),
            _ when type == typeof(bool) => false,
            _ when type == typeof(DateTimeOffset) => isSensitive ? throw new NotSupportedException("Define a point in time that is a canary.") : DateTimeOffset.UnixEpoch,
            _ when type == typeof(JToken) => Token(place),
            _ when typeof(IExtensibleEnum<string>).IsAssignableFrom(type) => Activator.CreateInstance(type, text),
            _ when typeof(IExtensibleEnum<int>).IsAssignableFrom(type) => Activator.CreateInstance(type, 1),
            _ when typeof(ExtensibleObject).IsAssignableFrom(type) => Model(type),
            _ when type == typeof(FileUpload) => new FileUpload([.. System.Text.Encoding.ASCII.GetBytes(Canary.At(place))], Canary.At(place + ".name")),
            _ when ItemOf(type) is { } item => List(item, IsOpen(item) ? null : Create(item, place, isSensitive)),
            _ => throw new NotSupportedException($"Define how a value of type {type} is created."),
        };
    }

    /// <summary>Creates the JSON of a response of the type.</summary>
    public JToken CreateResponse(Type type)
    {
        if (type == typeof(JToken))
        {
            return Token("response");
        }

        var response = ItemOf(type) is { } item ? new JArray(CreateResponse(item)) : Support.Contract.Parse(Support.Contract.Write(Model(type)));
        if (response is JObject envelope && typeof(IApiResponse).IsAssignableFrom(type))
        {
            envelope["statusCode"] = 200;
        }

        return response;
    }

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var kind && (kind == typeof(IReadOnlyList<>) || kind == typeof(IEnumerable<>))
        ? type.GetGenericArguments()[0]
        : null;

    private static Array List(Type type, object? item)
    {
        var list = Array.CreateInstance(type, item is null ? 0 : 1);
        if (item is not null)
        {
            list.SetValue(item, 0);
        }

        return list;
    }

    private JObject Token(string place) => new() { [Canary.At($"{direction}.{place}.name")] = Canary.At($"{direction}.{place}.value") };

    // Some types contain themselves.
    private bool IsOpen(Type type) => _open.Contains(ItemOf(type) ?? type);
}
