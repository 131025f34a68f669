using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>Lists. An item's reader meets the list's end as a value that is not there.</summary>
internal sealed partial class ModelReader
{
    public IReadOnlyList<string>? Texts() => List<string>(static reader => reader.Text()!);

    public IReadOnlyList<JToken>? Tokens() => List<JToken>(static reader => reader.Token() ?? JValue.CreateNull());

    public IReadOnlyList<T>? Models<T>()
        where T : ExtensibleObject, new() => List<T>(static reader => reader.Model<T>()!);

    public IReadOnlyList<T>? OpenValues<T>(Func<ModelReader, T?> item)
        where T : struct => List(reader => item(reader) ?? default);

    public IReadOnlyList<T>? Values<T>(Func<ModelReader, T?> item)
        where T : struct => List(reader => item(reader) ?? (reader.TokenType == JsonToken.EndArray ? default : throw WrongType.Of(reader, "a value")));

    private List<T>? List<T>(Func<ModelReader, T> read)
    {
        if (!Begins(JsonToken.StartArray))
        {
            return null;
        }

        var list = new List<T>();
        var depth = Depth;
        while (true)
        {
            var item = read(this);
            if (TokenType == JsonToken.EndArray && Depth == depth)
            {
                return list;
            }

            // An item has no place of its own to keep what it cannot hold.
            _refused = null;
            list.Add(TokenType != JsonToken.None ? item : throw new JsonReaderException("The list is not closed.", Path, LineNumber, LinePosition, null));
        }
    }
}
