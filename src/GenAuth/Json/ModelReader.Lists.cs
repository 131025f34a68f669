using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Json;

/// <summary>Lists. An element's reader meets the list's end as a value that is not there.</summary>
internal sealed partial class ModelReader
{
    public IReadOnlyList<string>? Texts() => List<string>(static reader => reader.Text()!);

    public IReadOnlyList<JToken>? Tokens() => List<JToken>(static reader => reader.Token() ?? JValue.CreateNull());

    public IReadOnlyList<T>? Models<T>()
        where T : ExtensibleObject, new() => List<T>(static reader => reader.Model<T>()!);

    public IReadOnlyList<T>? OpenValues<T>(Func<ModelReader, T?> item)
        where T : struct => List(reader => item(reader) ?? default);

    public IReadOnlyList<T>? Values<T>(Func<ModelReader, T?> item)
        where T : struct => List(reader => item(reader) ?? reader.NoValue<T>());

    private IReadOnlyList<T>? List<T>(Func<ModelReader, T> read)
    {
        if (!Begins(JsonToken.StartArray, "a list"))
        {
            return null;
        }

        var list = new List<T>();
        List<(int, JToken)>? leftOut = null;
        var depth = Depth;
        while (true)
        {
            // Even where the list itself has to be one, an element need not be readable.
            _mustRead = _isStrict;
            var item = read(this);
            if (_unread is not null)
            {
                (leftOut ??= []).Add((list.Count, _unread));
                _unread = null;
            }
            else if (TokenType == JsonToken.EndArray && Depth == depth)
            {
                return leftOut is null ? list : new PartialList<T>(list, leftOut);
            }
            else
            {
                list.Add(TokenType != JsonToken.None ? item : throw new JsonReaderException("The list is not closed.", Path, LineNumber, LinePosition, null));
            }
        }
    }

    /// <summary>A null among values that cannot be null. The end of the list and a value that was left out are none.</summary>
    private T NoValue<T>()
        where T : struct => TokenType == JsonToken.EndArray || _unread is not null ? default : Unread<T>("a value");
}
