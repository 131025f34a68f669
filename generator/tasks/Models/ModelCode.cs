namespace GenAuth.Build;

/// <summary>
/// Writes the part of each type that reads and writes its members: what Newtonsoft's serializer finds out by reflection is
/// said in code, which is faster, starts sooner and survives trimming.
/// </summary>
internal static class ModelCode
{
    private const string Namespace = "namespace ";

    /// <param name="model">The types.</param>
    /// <param name="lines">The tool's file of types, whose header the sources get too.</param>
    public static IEnumerable<Source> Write(ApiModel model, string[] lines)
    {
        var types = new ModelTypes(model);
        var space = lines.First(line => line.StartsWith(Namespace, StringComparison.Ordinal)).Substring(Namespace.Length).Trim();
        var code = new MemberCode(types, space);

        // Nobody reads annotations here, and their attributes would be a thirtieth of the library.
        var parts = new SourceParts([.. lines.Select(line => line.Replace("#nullable enable", "#nullable disable"))], name => model.Find(name)?.Name);
        foreach (var type in types.WithMembers)
        {
            parts.Open($"Json.{char.ToUpperInvariant(type.Name[0])}.g.cs").AddRange(Write(type, types.MembersOf(type), code));
        }

        return parts.Close();
    }

    private static IEnumerable<string> Write(ModelType type, IEnumerable<ModelMember> members, MemberCode code) =>
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
        "    }",
        string.Empty,
    ];
}
