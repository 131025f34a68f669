using System.Text.RegularExpressions;

namespace GenAuth.Build.Document;

/// <summary>
/// The allowed characters of a text of the document, by its use in the code. The build step and <c>maintain import</c> check
/// with the same rules. The templates also escape what they print, as a second barrier.
/// </summary>
/// <param name="allowed">The allowed characters, as named in messages.</param>
/// <param name="character">Matches an allowed character.</param>
/// <param name="form">Matches the whole text, if the characters alone are not sufficient.</param>
internal sealed class TextRule(string allowed, string? character, string? form = null)
{
    /// <summary>A description: it is printed into comments and string literals.</summary>
    public static readonly TextRule Prose = new("printable characters, tabs and line breaks (CR, LF)", character: null);

    /// <summary>The name of a member or a parameter, or the value of an enum, as it is sent.</summary>
    public static readonly TextRule WireName = new("letters and digits of any language, blanks and _-.:/$@+#[],&=*|", @"[\p{L}\p{Mn}\p{Mc}\p{Nd} _\-.:/$@+#\[\],&=*|]");

    /// <summary>A path: it is printed into a string literal and a comment.</summary>
    public static readonly TextRule Path = new("the letters A-Z and a-z, digits and _-.~:@/{}, beginning with /", @"[A-Za-z0-9_\-.~:@/{}]", @"^/.*\z");

    /// <summary>A tag: it becomes part of a file name.</summary>
    public static readonly TextRule Tag = new("letters and digits of any language, blanks and _-.,:/&(), with at least one letter or digit", @"[\p{L}\p{Nd} _\-.,:/&()]", @"[\p{L}\p{Nd}]");

    /// <summary>The name of a schema: it becomes a type and part of a file name.</summary>
    public static readonly TextRule TypeName = new("the letters A-Z and a-z, digits and _, beginning with a letter", "[A-Za-z0-9_]", @"^[A-Za-z].*\z");

    /// <summary>A C# name that the document gives.</summary>
    public static readonly TextRule Identifier = new("the letters A-Z and a-z, digits and _, beginning with a letter", "[A-Za-z0-9_]", @"^[A-Za-z].*\z");

    /// <summary>The path to a member, for example <c>data.list</c>.</summary>
    public static readonly TextRule MemberPath = new("names of the letters A-Z and a-z, digits and _, separated by dots", @"[A-Za-z0-9_.]", @"^[A-Za-z]\w*(\.[A-Za-z]\w*)*\z");

    /// <summary>A keyword or format.</summary>
    public static readonly TextRule Word = new("the letters A-Z and a-z, digits and _-", @"[A-Za-z0-9_\-]");

    public static readonly TextRule MediaType = new("a media type such as application/json", @"[A-Za-z0-9!#$&^_.+*\-/;= ]", @"^[^/;= ]+/[^/;= ]+(; ?[^/;= ]+=[^/;= ]+)*\z");

    // Names become part of lines and file names.
    private const int MaxNameLength = 200;

    private readonly Regex? _character = character is null ? null : new(@"\G" + character);
    private readonly Regex? _form = form is null ? null : new(form, RegexOptions.Singleline);

    /// <summary>The problem of a text, or <see langword="null"/>.</summary>
    public string? FindProblem(string text)
    {
        var index = _character is null ? PrintableText.IndexOfUnprintable(text, "\t\r\n") : IndexOfForeign(text, _character);
        if (index >= 0)
        {
            return $"has the character {Name(text[index])} at position {index + 1}. Allowed are {allowed}.";
        }

        if (_character is not null && text.Length > MaxNameLength)
        {
            return $"has {text.Length} characters. Allowed are {MaxNameLength}.";
        }

        return _form?.IsMatch(text) == false ? $"has an invalid form. Allowed are {allowed}." : null;
    }

    private static int IndexOfForeign(string text, Regex one)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!one.IsMatch(text, index))
            {
                return index;
            }
        }

        return -1;
    }

    private static string Name(char character) => character is >= ' ' and <= '~' ? $"'{character}'" : $"U+{(int)character:X4}";
}
