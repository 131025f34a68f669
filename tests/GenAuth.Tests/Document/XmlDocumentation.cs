using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GenAuth.Tests.Conventions;

namespace GenAuth.Tests.Document;

/// <summary>The XML documentation file of the library.</summary>
internal static partial class XmlDocumentation
{
    private static readonly Dictionary<string, XElement> Entries = XDocument
        .Load(Path.ChangeExtension(PublicSurface.Library.Location, ".xml"), LoadOptions.PreserveWhitespace)
        .Descendants("member")
        .ToDictionary(entry => (string)entry.Attribute("name")!);

    private static readonly ConcurrentDictionary<Type, Dictionary<MethodInfo, MethodInfo>> Origins = new();

    private static readonly XElement FromTheFramework = new("member");

    public static XElement? Find(string id) => Entries.GetValueOrDefault(id);

    /// <summary>The documentation of a member: its own or the inherited one; null if there is none.</summary>
    public static XElement? Get(MemberInfo member)
    {
        var id = member is Type type ? DocumentationId.Get(type) : DocumentationId.Get(member);
        var entry = Find(id);
        return entry?.Element("inheritdoc") is not { } inherit ? entry
            : (string?)inherit.Attribute("cref") is { } target ? Find(target)
            : OriginOf(member) is { } origin ? (origin.Module.Assembly == PublicSurface.Library ? Get(origin) : FromTheFramework)
            : null;
    }

    /// <summary>The text of an element, with references replaced by names.</summary>
    public static string TextOf(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(Show)), " ").Trim();

    /// <summary>Whether a member overrides one of the framework and inherits its documentation.</summary>
    public static bool IsTheFrameworks(XElement entry) => entry == FromTheFramework;

    private static MemberInfo? OriginOf(MemberInfo member) =>
        member is PropertyInfo { GetMethod: { } getter } ? OriginOf(getter) is MethodInfo origin ? PropertyOf(origin) : null
        : member is not MethodInfo method ? null
        : method.GetBaseDefinition() != method ? method.GetBaseDefinition()
        : Origins.GetOrAdd(method.DeclaringType!, OriginsIn).GetValueOrDefault(method);

    private static Dictionary<MethodInfo, MethodInfo> OriginsIn(Type type) => type.IsInterface ? [] : type.GetInterfaces()
        .Select(type.GetInterfaceMap)
        .SelectMany(map => map.TargetMethods.Zip(map.InterfaceMethods))
        .GroupBy(pair => pair.First)
        .ToDictionary(pairs => pairs.Key, pairs => pairs.First().Second);

    private static PropertyInfo PropertyOf(MethodInfo getter) => getter.DeclaringType!.GetProperties().Single(property => property.GetMethod == getter);

    private static string Show(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => LastPart((string?)(reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name") ?? reference.Attribute("href")) ?? string.Empty),
        XElement element => TextOf(element),
        _ => string.Empty,
    };

    private static string LastPart(string id) => id.Split('(')[0].Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
