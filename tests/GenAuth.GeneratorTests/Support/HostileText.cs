using CsCheck;

namespace GenAuth.GeneratorTests.Support;

/// <summary>Texts that would become code, comments, directives, MSBuild items, file names or Liquid without escaping.</summary>
internal static class HostileText
{
    private static readonly string[] Fragments =
    [
        "\"", "'", "\\", "\\\"", "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\v", "\f", "\0", "\t", "\u001b[2J",
        "*/", "/*", "//", "///", "\n// Evil\n", "\n    // ThingDto\n", "\n    }\n", "\n    // ManagementClient\n", "// ThingDto", "\n        // Management_getUser\n",
        "#pragma warning disable", "\n#if false\n", "\n#endif\n", "\n#line 1\n", "{", "}", "{{ Name }}", "{{ operation.Id }}", "{% raw %}", "{% template File %}", "{%- endfor -%}",
        "$(MSBuildProjectDirectory)", "@(Compile)", "%(Identity)", "%3B", "%0A", "%22", ";", ");", "\"); Evil(\"", "\"; class Evil { } //", "\n} class Evil { ", "\u2028class Evil { }", "\u0085class Evil { }",
        "</summary>", "<evil/>", "<see cref=\"Evil\"/>", "]]>", "<![CDATA[", "<!--", "-->", "&amp;", "&", "<", ">", "|", "||",
        "..", "../", "..\\", "/", "C:\\", "CON", "aux.", "~1", "\u202e", "\ufeff", "\u200b", "\ud800", "\udfff", "\ud83d\ude00", "é", "名", " ", "`", "```", "@", "#", ":", "=", "+", ",", "*", "?", "!",
        "a", "Evil", "evil", "1", "-", "_", "class", "x", "value", "[]", "[", "()", "$", "$\"", "\"\"\"", "\\u0022", "\\n",
    ];

    private static readonly Gen<string> Joined = Gen.Int[0, Fragments.Length - 1].Select(index => Fragments[index]).Array[1, 4].Select(string.Concat);

    /// <summary>A hostile text, and how it is combined with the original text.</summary>
    public static Gen<HostileChange> Changes { get; } = Gen.Select(Joined, Gen.Enum<Placement>(), (text, place) => new HostileChange(text, place));
}

/// <summary>Where the hostile text goes.</summary>
internal enum Placement
{
    Instead,
    Before,
    Behind,
    Within,
}

/// <summary>A change of one text of a document.</summary>
internal sealed record HostileChange(string Text, Placement Placement)
{
    public string Apply(string old) => Put(Text, old);

    /// <summary>The same change with a harmless text. Dots are kept, because they separate members and may add code.</summary>
    public string ApplyHarmless(string old) => Put(string.Join(".harmless", Text.Split('.').Select((part, index) => index == 0 && part.Length > 0 ? "harmless" : string.Empty)), old);

    private string Put(string text, string old) => Placement switch
    {
        Placement.Instead => text,
        Placement.Before => text + old,
        Placement.Behind => old + text,
        _ => old[..(old.Length / 2)] + text + old[(old.Length / 2)..],
    };
}
