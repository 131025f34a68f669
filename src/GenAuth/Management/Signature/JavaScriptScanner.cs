using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>Reads the tokens of JSON as <c>JSON.parse</c> does.</summary>
/// <exception cref="FormatException">The text at the position is not JSON.</exception>
internal sealed class JavaScriptScanner(string text)
{
    private int _position;

    public bool IsAtEnd => _position == text.Length;

    /// <summary>Reads a string at the position.</summary>
    public string ReadString()
    {
        if (Next() != '"')
        {
            throw NotJson();
        }

        var start = _position;
        while (Peek() is not ('"' or '\\' or < ' '))
        {
            _position++;
        }

        // Most strings contain no escape and end here.
        if (Skip('"'))
        {
            return text.Substring(start, _position - 1 - start);
        }

        var read = new StringBuilder().Append(text, start, _position - start);
        while (true)
        {
            var character = Next();
            switch (character)
            {
                case '"':
                    return read.ToString();
                case '\\':
                    read.Append(ReadEscape());
                    break;
                case < ' ':
                    throw NotJson();
                default:
                    read.Append(character);
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        var character = Next();
        if (character == 'u')
        {
            var digits = _position + 4 <= text.Length ? text.Substring(_position, 4) : throw NotJson();
            _position += 4;
            return (char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        var index = "\"\\/bfnrt".IndexOf(character);
        return index < 0 ? throw NotJson() : "\"\\/\b\f\n\r\t"[index];
    }

    /// <summary>Skips a literal that must be at the position.</summary>
    public void Expect(string literal)
    {
        if (string.CompareOrdinal(text, _position, literal, 0, literal.Length) != 0)
        {
            throw NotJson();
        }

        _position += literal.Length;
    }

    /// <summary>Reads a number at the position, in its own spelling.</summary>
    public string ReadNumber()
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

        return text.Substring(start, _position - start);
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

    public bool Skip(char character)
    {
        var isNext = Peek() == character;
        _position += isNext ? 1 : 0;
        return isNext;
    }

    public void SkipWhiteSpace()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    /// <summary>The character at the position; a null character at the end, which no JSON contains.</summary>
    public char Peek() => _position < text.Length ? text[_position] : '\0';

    public char Next() => _position < text.Length ? text[_position++] : throw NotJson();

    public static FormatException NotJson() => new("The text is not JSON.");
}
