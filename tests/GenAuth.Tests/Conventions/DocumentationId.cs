using System.Reflection;

namespace GenAuth.Tests.Conventions;

/// <summary>The ID of a member in the documentation file of the compiler.</summary>
internal static class DocumentationId
{
    public static string Get(Type type) => "T:" + NameOf(type);

    public static string Get(MemberInfo member) => member switch
    {
        FieldInfo field => $"F:{NameOf(field.DeclaringType!)}.{field.Name}",
        PropertyInfo property => $"P:{NameOf(property.DeclaringType!)}.{property.Name}{List(property.GetIndexParameters())}",
        MethodBase method => $"M:{NameOf(method.DeclaringType!)}.{method.Name.Replace('.', '#')}{Arity(method)}{List(method.GetParameters())}{Conversion(method)}",
        _ => throw new NotSupportedException($"Define how {member} is named."),
    };

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string Arity(MethodBase method) => method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : string.Empty;

    private static string Conversion(MethodBase method) => method is MethodInfo { Name: "op_Implicit" or "op_Explicit" } conversion
        ? "~" + Reference(conversion.ReturnType)
        : string.Empty;

    private static string List(ParameterInfo[] parameters) => parameters.Length == 0
        ? string.Empty
        : $"({string.Join(',', parameters.Select(parameter => Reference(parameter.ParameterType)))})";

    private static string Reference(Type type) => type switch
    {
        { IsArray: true } => Reference(type.GetElementType()!) + "[]",
        { IsByRef: true } => Reference(type.GetElementType()!) + "@",
        { IsGenericMethodParameter: true } => "``" + type.GenericParameterPosition,
        { IsGenericParameter: true } => "`" + type.GenericParameterPosition,
        { IsGenericType: true } => $"{NameOf(type.GetGenericTypeDefinition()).Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Reference))}}}",
        _ => NameOf(type),
    };
}
