using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>The smallest parts of JSON, each read as <c>JSON.parse</c> reads it.</summary>
/// <exception cref="FormatException">What stands at the position is not JSON.</exception>
internal sealed class JavaScriptScanner(string text)
{
    private int _position;

    public bool IsAtEnd => _position == text.Length;

    /// <summary>The text of a string that begins here.</summary>
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

        // Nearly every string ends here; the others go on with their first escape.
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

        var place = "\"\\/bfnrt".IndexOf(character);
        return place < 0 ? throw NotJson() : "\"\\/\b\f\n\r\t"[place];
    }

    /// <summary>Goes past a word that has to stand here.</summary>
    public void Expect(string literal)
    {
        if (string.CompareOrdinal(text, _position, literal, 0, literal.Length) != 0)
        {
            throw NotJson();
        }

        _position += literal.Length;
    }

    /// <summary>A number that begins here, in its own spelling.</summary>
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
        var isThere = Peek() == character;
        _position += isThere ? 1 : 0;
        return isThere;
    }

    public void SkipBlanks()
    {
        while (Peek() is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    /// <summary>The character at the position; at the end one that JSON never has.</summary>
    public char Peek() => _position < text.Length ? text[_position] : '\0';

    public char Next() => _position < text.Length ? text[_position++] : throw NotJson();

    public static FormatException NotJson() => new("The text is not JSON.");
}
