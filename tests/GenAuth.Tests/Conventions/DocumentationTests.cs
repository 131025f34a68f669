using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GenAuth.Tests.Conventions;

public sealed partial class DocumentationTests
{
    private static readonly Dictionary<string, XElement> Entries = XDocument
        .Load(Path.ChangeExtension(PublicSurface.Library.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(entry => (string)entry.Attribute("name")!);

    [Fact]
    public void Every_public_type_says_what_it_is() => Assert.All(PublicSurface.Types, type => AssertSays(DocumentationId.Of(type), type.Name));

    [Fact]
    public void Every_public_member_says_what_it_does() => Assert.All(PublicSurface.Members.Where(IsWritten), member =>
    {
        var id = DocumentationId.Of(member);
        if (!Inherits(id, member))
        {
            AssertSays(id, member.Name);
        }
    });

    [Fact]
    public void Every_parameter_of_a_documented_member_says_what_it_takes()
    {
        foreach (var method in PublicSurface.Members.Where(IsWritten).OfType<MethodBase>())
        {
            var id = DocumentationId.Of(method);
            if (!method.Name.StartsWith("op_", StringComparison.Ordinal) && !Inherits(id, method))
            {
                var told = Entries[id].Elements("param").Where(param => param.Value.Length > 0).Select(param => (string?)param.Attribute("name"));

                Assert.Equal(method.GetParameters().Select(parameter => parameter.Name), told);
            }
        }
    }

    // A class without a constructor of its own has one that nobody wrote.
    private static bool IsWritten(MemberInfo member) => member is not ConstructorInfo constructor || constructor.GetParameters().Length > 0;

    private static bool Inherits(string id, MemberInfo member) =>
        Entries.TryGetValue(id, out var entry) && entry.Element("inheritdoc") is { } inherit
        && (inherit.Attribute("cref") is not null || HasOrigin(member));

    private static bool HasOrigin(MemberInfo member) => member is MethodInfo method
        && (method.GetBaseDefinition() != method
            || method.DeclaringType!.GetInterfaces().Any(face => method.DeclaringType.GetInterfaceMap(face).TargetMethods.Contains(method)));

    private static void AssertSays(string id, string name)
    {
        Assert.True(Entries.TryGetValue(id, out var entry), $"{id} is not documented.");
        var summary = entry.Element("summary");
        Assert.True(summary is not null, $"{id} has no summary.");

        var text = Blanks().Replace(summary.Value, " ").Trim();
        Assert.True(text.Contains(' ', StringComparison.Ordinal) && text.EndsWith('.'), $"{id} says no sentence: \"{text}\".");
        Assert.False(Placeholder().IsMatch(text) || string.Equals(text.TrimEnd('.'), name, StringComparison.OrdinalIgnoreCase), $"{id} says nothing: \"{text}\".");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\b(TODO|TBD|FIXME|placeholder|lorem)\b|^(Gets or sets|Gets|Sets) the \w+\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Placeholder();
}
