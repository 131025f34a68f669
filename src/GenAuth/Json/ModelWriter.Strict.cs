using System.Globalization;
using Newtonsoft.Json;

namespace GenAuth.Json;

/// <summary>What cannot be sent as JSON is refused where it is written, because the writer knows the path.</summary>
internal sealed partial class ModelWriter
{
    /// <summary>The names of each open object, where they are not known to differ.</summary>
    private Stack<HashSet<string>>? _names;

    /// <summary>Whether values that JSON cannot express, and too deep ones, are refused. Logs and comparisons take them.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The serializer for what a caller of <c>SendAsync</c> hands over; <see langword="null"/> for the types of the API.</summary>
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

    public override void WriteStartObject()
    {
        CheckDepth();
        base.WriteStartObject();
        if (Serializer is not null)
        {
            (_names ??= []).Push(new HashSet<string>(StringComparer.Ordinal));
        }
    }

    public override void WriteStartArray()
    {
        CheckDepth();
        base.WriteStartArray();
    }

    public override void WriteValue(double value)
    {
        CheckFinite(value);
        base.WriteValue(value);
    }

    public override void WriteValue(double? value)
    {
        CheckFinite(value ?? 0);
        base.WriteValue(value);
    }

    public override void WriteValue(float value)
    {
        CheckFinite(value);
        base.WriteValue(value);
    }

    public override void WriteValue(float? value)
    {
        CheckFinite(value ?? 0);
        base.WriteValue(value);
    }

    /// <summary>A number in the spelling that it came in.</summary>
    public void WriteNumber(string number) => base.WriteRawValue(number);

    public override void WriteRawValue(string? json)
    {
        if (!IsStrict)
        {
            base.WriteRawValue(json);
            return;
        }

        // Raw text is checked by reading it: it must be one value.
        GenAuthJson.Parse(json ?? "null").WriteTo(this);
    }

    public override void WriteUndefined()
    {
        Refuse("JSON has no undefined. Leave the member out, or use null.");
        base.WriteUndefined();
    }

    public override void WriteComment(string? text)
    {
        Refuse("JSON has no comments. Remove it.");
        base.WriteComment(text);
    }

    public override void WriteStartConstructor(string name)
    {
        Refuse("JSON has no constructors. Pass the value itself.");
        base.WriteStartConstructor(name);
    }

    protected override void WriteEnd(JsonToken token)
    {
        base.WriteEnd(token);
        if (token == JsonToken.EndObject)
        {
            _names?.Pop();
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

    private void CheckFinite(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            Refuse("JSON has neither NaN nor infinity. Pass a finite number, or null.");
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
