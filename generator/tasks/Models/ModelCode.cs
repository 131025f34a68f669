using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Build.Sources;

namespace GenAuth.Build.Models;

/// <summary>
/// Writes the part of each type that reads and writes its members. Unlike the reflection of Newtonsoft's serializer, this code is
/// fast, starts quickly and can be trimmed.
/// </summary>
internal static class ModelCode
{
    private const string Namespace = "namespace ";

    /// <param name="model">The types.</param>
    /// <param name="lines">NSwag's file of types, whose header is copied.</param>
    public static IEnumerable<Source> Write(ApiModel model, string[] lines)
    {
        var types = new ModelTypes(model);
        var space = lines.First(line => line.StartsWith(Namespace, StringComparison.Ordinal)).Substring(Namespace.Length).Trim();
        var code = new MemberCode(types, space);

        // Nullable annotations are not needed here, and their attributes would enlarge the library by a thirtieth.
        var parts = new SourceParts([.. lines.Select(line => line.Replace("#nullable enable", "#nullable disable"))], name => model.Find(name)?.Name);
        foreach (var type in types.WithMembers)
        {
            parts.Open($"Json.{char.ToUpperInvariant(type.Name[0])}.g.cs").AddRange(Write(type, [.. types.MembersOf(type)], code));
        }

        return parts.Close();
    }

    private static IEnumerable<string> Write(ModelType type, IReadOnlyList<ModelMember> members, MemberCode code) =>
    [
        $"    partial class {type.Name}",
        "    {",
        "        internal override void ReadDeclared(int member, ref WireReader reader)",
        "        {",
        "            switch (member)",
        "            {",
        .. members.Select((member, index) => $"                case {index}: {code.Read(member)} break;"),
        "            }",
        "        }",
        string.Empty,
        "        internal override void WriteDeclared(WireWriter writer)",
        "        {",
        .. members.Select(member => "            " + code.Write(member)),
        "        }",
        .. WriteGivenNames(members),
        "    }",
        string.Empty,
    ];

    /// <summary>The C# names that the library cannot make of the wire names itself.</summary>
    private static IEnumerable<string> WriteGivenNames(IReadOnlyList<ModelMember> members)
    {
        var given = members.Select((member, index) => (member.Property, member.Wire, index))
            .Where(member => member.Property != CSharpName.Upper(member.Wire))
            .Select(member => $"{member.index} => {MemberCode.Literal(member.Property)}, ").ToList();
        return given.Count == 0 ? [] :
        [
            string.Empty,
            $"        internal override string PropertyNameOf(int member) => member switch {{ {string.Concat(given)}_ => null }};",
        ];
    }
}
