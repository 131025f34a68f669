using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>Reads an element of a list at the current token.</summary>
internal delegate T ReadItem<out T>(ref WireReader reader);

/// <summary>Lists.</summary>
internal ref partial struct WireReader
{
    public IReadOnlyList<string>? Texts() => List<string>(static (ref reader) => reader.Text()!);

    public IReadOnlyList<JToken>? Tokens() => List<JToken>(static (ref reader) => reader.Load());

    public IReadOnlyList<T>? Models<T>()
        where T : ExtensibleObject, new() => List<T>(static (ref reader) => reader.Model<T>()!);

    public IReadOnlyList<T>? OpenValues<T>(ReadItem<T?> item)
        where T : struct => List<T>((ref reader) => item(ref reader) ?? default);

    public IReadOnlyList<T>? Values<T>(ReadItem<T?> item)
        where T : struct => List<T>((ref reader) => item(ref reader) ?? reader.NoValue<T>());

    private IReadOnlyList<T>? List<T>(ReadItem<T> read)
    {
        if (!Begins(JsonTokenType.StartArray, "a list"))
        {
            return null;
        }

        var list = new List<T>();
        List<(int, JToken)>? leftOut = null;
        while (Advance() != JsonTokenType.EndArray)
        {
            // Even where the list itself has to be one, an element need not be readable.
            _mustRead = _limits.IsStrict;
            var item = read(ref this);
            if (_unread is null)
            {
                list.Add(item);
            }
            else
            {
                (leftOut ??= []).Add((list.Count, _unread));
                _unread = null;
            }
        }

        return leftOut is null ? list : new PartialList<T>(list, leftOut);
    }

    /// <summary>A null among values that cannot be null; a value that was left out already is none.</summary>
    private T NoValue<T>()
        where T : struct => _unread is null ? Unread<T>("a value") : default;
}
