using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// Members that a program adds to one of the API's types by deriving from it. Generated code does not know them, so they are
/// received among the additional properties; Newtonsoft's serializer moves them from there to where the program declares them.
/// </summary>
internal static class DerivedMembers
{
    /// <summary>The wire names that a type declares outside the SDK.</summary>
    public static ISet<string> NamesOf(Type type, JsonSerializer serializer) => new HashSet<string>(GetProperties(type, serializer).Select(property => property.PropertyName!), StringComparer.Ordinal);

    /// <summary>The member of a C# name that the object's type declares outside the SDK.</summary>
    public static JsonProperty? Find(ExtensibleObject model, string propertyName) => ModelTypes.Includes(model.GetType())
        ? null
        : GetProperties(model.GetType(), ReflectionJson.Serializer).FirstOrDefault(property => property.UnderlyingName == propertyName);

    /// <summary>Sets the members that the object's type declares itself. A value that one cannot hold stays among the additional properties.</summary>
    public static void Take(ExtensibleObject model, ModelMembers members, JsonSerializer? serializer, bool isStrict)
    {
        if (!members.IsDerived)
        {
            return;
        }

        serializer = serializer is null ? ReflectionJson.Serializer : Copy(serializer);
        var received = new JObject();
        foreach (var property in GetProperties(model.GetType(), serializer))
        {
            if (model.Find(property.PropertyName!) is { } name)
            {
                received[property.PropertyName!] = model.AdditionalProperties[name];
                model.Forget(name);
            }
        }

        try
        {
            Populate(serializer, received, model);
        }
        catch (JsonException) when (!isStrict && received.Count > 0)
        {
            foreach (var property in received.Properties())
            {
                TakeOne(model, property, serializer);
            }
        }
    }

    private static void TakeOne(ExtensibleObject model, JProperty property, JsonSerializer serializer)
    {
        try
        {
            Populate(serializer, new JObject(property), model);
        }
        catch (JsonException)
        {
            model.AdditionalProperties[property.Name] = property.Value;
        }
    }

    /// <summary>A serializer with the same contract. The one that a converter is given cannot go on after an exception.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The serializer that is copied was made by the program, which is warned there.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The serializer that is copied was made by the program, which is warned there.")]
    private static JsonSerializer Copy(JsonSerializer serializer)
    {
        var copy = new JsonSerializer
        {
            ContractResolver = serializer.ContractResolver,
            Culture = serializer.Culture,
            DateFormatHandling = serializer.DateFormatHandling,
            DateFormatString = serializer.DateFormatString,
            DateParseHandling = serializer.DateParseHandling,
            DateTimeZoneHandling = serializer.DateTimeZoneHandling,
            FloatParseHandling = serializer.FloatParseHandling,
            MissingMemberHandling = serializer.MissingMemberHandling,
            NullValueHandling = serializer.NullValueHandling,
            ObjectCreationHandling = serializer.ObjectCreationHandling,
        };
        foreach (var converter in serializer.Converters)
        {
            copy.Converters.Add(converter);
        }

        return copy;
    }

    private static void Populate(JsonSerializer serializer, JObject members, ExtensibleObject model)
    {
        using var reader = members.CreateReader();
        serializer.Populate(reader, model);
    }

    private static IEnumerable<JsonProperty> GetProperties(Type type, JsonSerializer serializer) =>
        serializer.ContractResolver.ResolveContract(type) is JsonObjectContract contract
            ? contract.Properties.Where(property => !property.Ignored && property.DeclaringType?.Assembly != typeof(ExtensibleObject).Assembly)
            : [];
}
