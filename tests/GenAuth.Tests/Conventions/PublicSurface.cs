using System.Reflection;

namespace GenAuth.Tests.Conventions;

/// <summary>The public types and members of the library by reflection.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Library { get; } = typeof(AuthenticationClient).Assembly;

    public static IReadOnlyList<Type> Types { get; } = Library.GetExportedTypes();

    /// <summary>Public members without the accessors of properties.</summary>
    public static IReadOnlyList<MemberInfo> Members { get; } = [.. Types.SelectMany(MembersOf)];

    public static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared).Where(IsVisible);

    public static IEnumerable<ParameterInfo> Parameters => Members.OfType<MethodBase>().SelectMany(method => method.GetParameters());

    /// <summary>The types in the signature of a member, including type arguments.</summary>
    public static IEnumerable<Type> TypesIn(MemberInfo member) => (member switch
    {
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        MethodBase constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => Type.EmptyTypes,
    }).SelectMany(Unfold);

    private static IEnumerable<Type> Unfold(Type type) => type.GetGenericArguments().SelectMany(Unfold).Append(type);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        FieldInfo field => IsVisible(field.IsPublic, field.IsFamily, field.IsFamilyOrAssembly) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        MethodInfo { IsSpecialName: true } method => IsVisible((MethodBase)method) && method.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => IsVisible(method),
        EventInfo => throw new NotSupportedException("Define how an event is seen; the library had none."),
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => IsVisible(method.IsPublic, method.IsFamily, method.IsFamilyOrAssembly);

    private static bool IsVisible(bool isPublic, bool isFamily, bool isFamilyOrAssembly) => isPublic || isFamily || isFamilyOrAssembly;
}
