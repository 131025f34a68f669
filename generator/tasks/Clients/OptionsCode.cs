using System.Xml.Linq;
using GenAuth.Build.Api;
using GenAuth.Build.Document;

namespace GenAuth.Build.Clients;

/// <summary>Writes the class with the optional query parameters of an operation.</summary>
internal static class OptionsCode
{
    /// <summary>The lines of the class; none for an operation without options.</summary>
    public static IEnumerable<string> Write(ApiOperation operation) => operation.Options is not { } options ? [] :
    [
        $"    /// <summary>Further parameters of <c>{operation.Name}</c>. What is not set is not sent.</summary>",
        $"    public sealed class {options.Name.Text}",
        "    {",
        .. options.Members.SelectMany((member, index) => Property(member, isFirst: index == 0)),
        "    }",
        string.Empty,
    ];

    private static IEnumerable<string> Property(ApiParameter member, bool isFirst) =>
    [
        .. isFirst ? Array.Empty<string>() : [string.Empty],
        $"        /// <summary>{XmlText.Escape(member.Source.Text("description") ?? member.Wire)}{(member.IsRequired ? " Required." : string.Empty)}</summary>",
        $"        public {member.Type.Printed} {member.Name.Text} {{ get; set; }}",
    ];
}

/// <summary>Escapes texts of the document for XML documentation.</summary>
internal static class XmlText
{
    private static readonly char[] Breaks = ['\r', '\n'];

    /// <summary>Returns the text on one line and escaped, so that it cannot end the comment or open an element.</summary>
    public static string Escape(string text) => new XText(string.Join(" ", text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries))).ToString();
}
