using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>
/// Reads a body as <c>JSON.parse</c> does: strictly, and keeping the spelling of numbers. The JSON library of the rest of the
/// SDK is lenient and turns numbers into its own types first.
/// </summary>
internal sealed class JavaScriptReader
{
    /// <summary>Stops before the stack ends; no operation of the API comes near it.</summary>
    private const int MaxDepth = 500;

    private readonly string _text;
    private int _position;
    private int _depth;

    private JavaScriptReader(string text) => _text = text;

    /// <summary>The value, or <see langword="null"/> when the text is not JSON.</summary>
    public static JavaScriptValue? Read(string text)
    {
        var reader = new JavaScriptReader(text);
        try
        {
            var value = reader.ReadValue();
            reader.SkipBlanks();
            return reader._position == text.Length ? value : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private JavaScriptValue ReadValue()
    {
        SkipBlanks();
        switch (Peek())
        {
            case '{':
                return Nested(() => JavaScriptValue.Object(ReadList('}', ReadMember)));
            case '[':
                return Nested(() => JavaScriptValue.Array(ReadList(']', ReadValue)));
            case '"':
                return JavaScriptValue.String(ReadString());
            case 't':
                return ReadLiteral("true");
            case 'f':
                return ReadLiteral("false");
            case 'n':
                return ReadLiteral("null");
            default:
                return JavaScriptValue.Literal(JavaScriptNumber.Text(ReadNumber()));
        }
    }

    private JavaScriptValue Nested(Func<JavaScriptValue> read)
    {
        _depth = _depth < MaxDepth ? _depth + 1 : throw NotJson();
        var value = read();
        _depth--;
        return value;
    }

    private List<T> ReadList<T>(char end, Func<T> readItem)
    {
        var items = new List<T>();
        _position++;
        SkipBlanks();
        if (Peek() == end)
        {
            _position++;
            return items;
        }

        while (true)
        {
            items.Add(readItem());
            SkipBlanks();
            var next = Next();
            if (next == end)
            {
                return items;
            }

            if (next != ',')
            {
                throw NotJson();
            }
        }
    }

    private KeyValuePair<string, JavaScriptValue> ReadMember()
    {
        SkipBlanks();
        var name = ReadString();
        SkipBlanks();
        return Next() == ':' ? new(name, ReadValue()) : throw NotJson();
    }

    private string ReadString()
    {
        if (Next() != '"')
        {
            throw NotJson();
        }

        var text = new StringBuilder();
        while (true)
        {
            var character = Next();
            switch (character)
            {
                case '"':
                    return text.ToString();
                case '\\':
                    text.Append(ReadEscape());
                    break;
                case < ' ':
                    throw NotJson();
                default:
                    text.Append(character);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        var character = Next();
        if (character == 'u')
        {
            var digits = _position + 4 <= _text.Length ? _text.Substring(_position, 4) : throw NotJson();
            _position += 4;
            return (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        var place = "\"\\/bfnrt".IndexOf(character);
        return place < 0 ? throw NotJson() : "\"\\/\b\f\n\r\t"[place];
    }

    private JavaScriptValue ReadLiteral(string literal)
    {
        if (string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0)
        {
            throw NotJson();
        }

        _position += literal.Length;
        return JavaScriptValue.Literal(literal);
    }

    private string ReadNumber()
    {
        var start = _position;
        Skip('-');
        if (!Skip('0'))
        {
            SkipDigits();
        }

        if (Skip('.'))
        {
            SkipDigits();
        }

        if (Skip('e') || Skip('E'))
        {
            _ = Skip('+') || Skip('-');
            SkipDigits();
        }

        return _text.Substring(start, _position - start);
    }

    private void SkipDigits()
    {
        var start = _position;
        while (Peek() is >= '0' and <= '9')
        {
            _position++;
        }

        if (_position == start)
        {
            throw NotJson();
        }
    }

    private bool Skip(char character)
    {
        var isThere = Peek() == character;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    /// <summary>The character at the position; at the end one that JSON never has.</summary>
    private char Peek() => _position < _text.Length ? _text[_position] : '\0';

    private char Next() => _position < _text.Length ? _text[_position++] : throw NotJson();

    private static FormatException NotJson() => new("The text is not JSON.");
}
