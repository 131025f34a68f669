using System.Diagnostics.CodeAnalysis;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>Reads members of a JSON body. A member of another type is a <see cref="FormatException"/> that names it.</summary>
internal static class BodyMembers
{
    /// <summary>Reads a body that may be missing.</summary>
    public static bool TryRead<T>(GenAuthTenantRequest request, Func<JsonObjectValue, T> read, [NotNullWhen(true)] out T? query, [NotNullWhen(false)] out string? problem)
        where T : class
    {
        query = null;
        problem = null;
        var body = new JsonObjectValue();
        if (request.Body.Length > 0 && !JsonBody.TryReadObject(request, out body, out problem))
        {
            return false;
        }

        try
        {
            query = read(body);
            return true;
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
            return false;
        }
    }

    public static T? Member<T>(this JsonObjectValue value, string name, string problem)
        where T : class => value[name] switch
        {
            null => null,
            T member => member,
            _ => throw new FormatException(problem),
        };

    public static bool Flag(this JsonObjectValue value, string name, string parent = "") =>
        value[name] is not (null or bool) ? throw new FormatException($"{parent}{name} must be true or false.") : value[name] is true;

    /// <summary>Reads a page.</summary>
    /// <param name="parent">The object with the member <c>pagination</c>.</param>
    /// <param name="path">The path of that member, for the error.</param>
    public static PageRange Pagination(this JsonObjectValue parent, string path)
    {
        var pagination = parent.Member<JsonObjectValue>("pagination", $"{path} must be an object.") ?? new();
        return PageRange.Create(Positive("page"), Positive("limit"));

        int? Positive(string name) => pagination[name] switch
        {
            null => null,
            double number when number is >= 1 and <= int.MaxValue && number == Math.Floor(number) => (int)number,
            _ => throw new FormatException($"{path}.page and {path}.limit must be whole numbers from 1 to 2147483647."),
        };
    }
}
