using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Serialization;

/// <summary>Refuses what cannot be sent as JSON where it is written, because the writer knows the path.</summary>
internal sealed partial class WireWriter
{
    /// <summary>The names of each open object, when they are not known to differ.</summary>
    private Stack<HashSet<string>>? _names;

    /// <summary>Whether values that JSON cannot express, and too deep ones, are refused. Logs and comparisons accept them.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The serializer for the body of <c>SendAsync</c>; <see langword="null"/> for the types of the API.</summary>
    public JsonSerializer? Serializer { get; init; }

    /// <summary>
    /// The path of the value that could not be written; nothing can be written after it. The base class counts an item when
    /// it has been written, and keeps the name of a member until the next one.
    /// </summary>
    public string EndAtFailure()
    {
        switch (WriteState)
        {
            case WriteState.Array:
                WriteNull();
                break;
            case WriteState.Object:
                WriteEndObject();
                break;
        }

        return Path;
    }

    private void TrackNames()
    {
        if (Serializer is not null)
        {
            (_names ??= []).Push(new HashSet<string>(StringComparer.Ordinal));
        }
    }

    private void CheckName(string name)
    {
        if (_names is { Count: > 0 } && !_names.Peek().Add(name))
        {
            Refuse("The object has the member twice. Remove one.");
        }
    }

    private void CheckDepth()
    {
        if (Top >= GenAuthJson.MaxDepth)
        {
            Refuse($"It is nested more than {GenAuthJson.MaxDepth.ToString(CultureInfo.InvariantCulture)} levels deep. Check that no object holds itself.");
        }
    }

    private void Refuse(string reason)
    {
        if (IsStrict)
        {
            throw new JsonSerializationException(reason);
        }
    }
}
