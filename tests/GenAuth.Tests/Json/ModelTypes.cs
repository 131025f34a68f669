using System.Reflection;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

/// <summary>The generated data types, as reflection sees them.</summary>
internal static class ModelTypes
{
    public static IReadOnlyList<Type> Dtos { get; } =
        [.. typeof(SignInByMobileDto).Assembly.GetExportedTypes().Where(type => type.Namespace == "GenAuth.Models" && type.IsClass)];

    /// <summary>The request types and the types of their members.</summary>
    public static IReadOnlyList<Type> Requests { get; } = [.. Reachable(typeof(SignInByMobileDto)).Distinct()];

    /// <summary>The members on the wire.</summary>
    public static IEnumerable<(string Name, Type Type)> Members(Type dto) =>
        from property in dto.GetProperties()
        let wire = property.GetCustomAttribute<JsonPropertyAttribute>()
        where wire is not null
        select (wire.PropertyName!, property.PropertyType);

    private static IEnumerable<Type> Reachable(Type dto) =>
        Members(dto).Where(member => Dtos.Contains(member.Type)).SelectMany(member => Reachable(member.Type)).Prepend(dto);
}
