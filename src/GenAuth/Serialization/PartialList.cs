using System.Collections;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>A received list that left out elements.</summary>
internal interface IPartialList
{
    /// <summary>How many elements were received, those included that are left out.</summary>
    int ReceivedCount { get; }

    /// <summary>The elements that are left out in front of an element, or behind the last one.</summary>
    /// <param name="index">The element that is there.</param>
    IEnumerable<JToken> LeftOutBefore(int index);
}

/// <summary>The length of a list as it was received, which paging counts.</summary>
internal static class ReceivedList
{
    public static int CountOf<T>(IReadOnlyList<T> list) => (list as IPartialList)?.ReceivedCount ?? list.Count;
}

/// <summary>
/// The elements of a received list that could be read as the documented type. The others are left out; their JSON stays with
/// the list at its place, so that writing the list back loses nothing, whatever was changed in the elements.
/// </summary>
/// <param name="items">The elements that could be read.</param>
/// <param name="leftOut">The others, each with the element that follows it.</param>
[JsonConverter(typeof(PartialListConverter))]
internal sealed class PartialList<T>(List<T> items, List<(int Index, JToken Json)> leftOut) : IReadOnlyList<T>, IPartialList
{
    public int Count => items.Count;

    public int ReceivedCount => items.Count + leftOut.Count;

    public T this[int index] => items[index];

    public IEnumerable<JToken> LeftOutBefore(int index) => leftOut.Where(one => one.Index == index).Select(one => one.Json);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Writes such a list for serializers of the application's own.</summary>
internal sealed class PartialListConverter : JsonConverter
{
    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => typeof(IPartialList).IsAssignableFrom(objectType);

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var index = 0;
        writer.WriteStartArray();
        foreach (var item in (IEnumerable)value!)
        {
            WriteLeftOut(index++);
            serializer.Serialize(writer, item);
        }

        WriteLeftOut(index);
        writer.WriteEndArray();

        void WriteLeftOut(int next)
        {
            foreach (var json in ((IPartialList)value).LeftOutBefore(next))
            {
                json.WriteTo(writer);
            }
        }
    }
}
