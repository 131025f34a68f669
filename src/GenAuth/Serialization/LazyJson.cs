using Newtonsoft.Json.Linq;

namespace GenAuth.Serialization;

/// <summary>A value of any form that was received: its JSON is parsed on first access, because most programs never look at it.</summary>
internal struct LazyJson
{
    /// <summary>A <see cref="JToken"/>, or the JSON of one in UTF-8.</summary>
    private object? _value;

    /// <param name="json">One value that is known to be JSON.</param>
    public LazyJson(byte[] json) => _value = json;

    public JToken? Value
    {
        get
        {
            var value = _value;
            if (value is byte[] json)
            {
                // When two threads parse at once, both get the same object.
                var parsed = GenAuthJson.Read<JToken>(json);
                value = Interlocked.CompareExchange(ref _value, parsed, value) is JToken first ? first : parsed;
            }

            return (JToken?)value;
        }
        set => _value = value;
    }
}
