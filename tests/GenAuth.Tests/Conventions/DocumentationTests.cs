using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GenAuth.Build.Lint.Rules;
using GenAuth.Tests.Document;

namespace GenAuth.Tests.Conventions;

/// <summary>Every public member has XML documentation.</summary>
public sealed partial class DocumentationTests
{
    private const string Remedy = "Write the text where the member is made: in openapi/genauth-v3.json, a template of generator/templates, or the hand-written file.";

    private static IEnumerable<MemberInfo> Everything => PublicSurface.Types.Concat(PublicSurface.Members.Where(IsWritten));

    private static IEnumerable<MethodBase> Methods => PublicSurface.Members.Where(IsWritten).OfType<MethodBase>().Where(method => !IsOperator(method));

    [Fact]
    public void Public_members_are_found() => Assert.True(Everything.Count() > 1000);

    [Fact]
    public void Every_public_type_and_member_has_a_summary() => Report.None(
        Everything.Where(member => XmlDocumentation.Get(member) is not { } entry || !(XmlDocumentation.IsTheFrameworks(entry) || Says(entry.Element("summary")))).Select(NameOf),
        Remedy + " An inheritdoc needs something to inherit.");

    [Fact]
    public void Every_parameter_is_documented_in_the_order_of_the_signature() => Report.None(
        Methods.Where(method => Inherited(method) is { } entry && !entry.Elements("param").Where(Says).Select(Name).SequenceEqual(method.GetParameters().Select(parameter => parameter.Name))).Select(NameOf),
        Remedy);

    [Fact]
    public void Every_type_parameter_is_documented() => Report.None(
        Everything.Where(member => Inherited(member) is { } entry && !entry.Elements("typeparam").Where(Says).Select(Name).SequenceEqual(TypeParameters(member))).Select(NameOf),
        Remedy);

    [Fact]
    public void Every_result_is_documented() => Report.None(
        Methods.Where(method => method is MethodInfo { ReturnType: var type } made && type != typeof(void) && type != typeof(Task) && made.GetBaseDefinition() == made && Inherited(method) is { } entry && !Says(entry.Element("returns"))).Select(NameOf),
        Remedy);

    [Fact]
    public void Every_documentation_text_passes_the_prose_check() => Report.None(
        Everything.SelectMany(member => Texts(member), (member, text) => (Place: $"{NameOf(member)} {text.Name.LocalName} {Name(text)}", Text: XmlDocumentation.TextOf(text), Name: Name(text) ?? (text.Name == "summary" ? member.Name : string.Empty)))
            .Select(found => (found, Problem: ProseProblem.Find(OtherEdition().Replace(found.Text, "other"), found.Name)))
            .Where(checkedText => checkedText.Problem is not null)
            .Select(checkedText => $"{checkedText.found.Place} {checkedText.Problem}: {checkedText.found.Text}"),
        Remedy);

    private static IEnumerable<XElement> Texts(MemberInfo member) =>
        XmlDocumentation.Find(NameOf(member))?.Elements().Where(element => element.Name.LocalName is "summary" or "param" or "typeparam" or "returns" or "exception") ?? [];

    // The implicit default constructor of a class has no documentation.
    private static bool IsWritten(MemberInfo member) => member is not ConstructorInfo constructor || constructor.GetParameters().Length > 0;

    private static bool IsOperator(MethodBase method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static XElement? Inherited(MemberInfo member) => XmlDocumentation.Get(member) is { } entry && !XmlDocumentation.IsTheFrameworks(entry) ? entry : null;

    private static IEnumerable<string> TypeParameters(MemberInfo member) => member switch
    {
        Type type => type.GetGenericArguments().Select(argument => argument.Name),
        MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments().Select(argument => argument.Name),
        _ => [],
    };

    private static bool Says(XElement? element) => element is not null && XmlDocumentation.TextOf(element).Length > 0;

    private static string? Name(XElement element) => (string?)element.Attribute("name");

    // The other edition must be mentioned by its name.
    [GeneratedRegex("Authing(?= edition)|(?<=api\\.)authing(?=\\.cn)|(?<=x-)authing(?=-)")]
    private static partial Regex OtherEdition();

    private static string NameOf(MemberInfo member) => member is Type type ? DocumentationId.Get(type) : DocumentationId.Get(member);
}
