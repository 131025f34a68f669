namespace GenAuth.Management;

/// <summary>
/// Reads a body as <c>JSON.parse</c> does: strictly, and with numbers in their own spelling. The reader of the rest of the SDK is
/// lenient and converts numbers to .NET types.
/// </summary>
internal sealed class JavaScriptReader
{
    /// <summary>Prevents a stack overflow; no operation of the API comes near it.</summary>
    private const int MaxDepth = 500;

    private readonly JavaScriptScanner _text;
    private int _depth;

    private JavaScriptReader(string text) => _text = new JavaScriptScanner(text);

    /// <summary>The value, or <see langword="null"/> when the text is not JSON.</summary>
    public static JavaScriptValue? Read(string text)
    {
        var reader = new JavaScriptReader(text);
        try
        {
            var value = reader.ReadValue();
            reader._text.SkipWhiteSpace();
            return reader._text.IsAtEnd ? value : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private JavaScriptValue ReadValue()
    {
        _text.SkipWhiteSpace();
        switch (_text.Peek())
        {
            case '{':
                return JavaScriptValue.Object(ReadList('}', static reader => reader.ReadMember()));
            case '[':
                return JavaScriptValue.Array(ReadList(']', static reader => reader.ReadValue()));
            case '"':
                return JavaScriptValue.String(_text.ReadString());
            case 't':
                return Literal("true");
            case 'f':
                return Literal("false");
            case 'n':
                return Literal("null");
            default:
                return JavaScriptValue.Literal(JavaScriptNumber.Text(_text.ReadNumber()));
        }
    }

    private JavaScriptValue Literal(string literal)
    {
        _text.Expect(literal);
        return JavaScriptValue.Literal(literal);
    }

    private List<T> ReadList<T>(char end, Func<JavaScriptReader, T> readItem)
    {
        _depth = _depth < MaxDepth ? _depth + 1 : throw JavaScriptScanner.NotJson();
        var items = new List<T>();
        _text.Next();
        _text.SkipWhiteSpace();
        for (var isEnd = _text.Skip(end); !isEnd;)
        {
            items.Add(readItem(this));
            _text.SkipWhiteSpace();
            isEnd = _text.Skip(end);
            if (!isEnd && _text.Next() != ',')
            {
                throw JavaScriptScanner.NotJson();
            }
        }

        _depth--;
        return items;
    }

    private KeyValuePair<string, JavaScriptValue> ReadMember()
    {
        _text.SkipWhiteSpace();
        var name = _text.ReadString();
        _text.SkipWhiteSpace();
        return _text.Next() == ':' ? new(name, ReadValue()) : throw JavaScriptScanner.NotJson();
    }
}
