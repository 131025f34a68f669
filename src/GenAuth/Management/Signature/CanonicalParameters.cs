using System.Text;
using GenAuth.Http;
using GenAuth.Json;
using Parameter = System.Collections.Generic.KeyValuePair<string, GenAuth.Management.JavaScriptValue>;

namespace GenAuth.Management;

/// <summary>The parameters of a request as the service has them after parsing, in the order in which they are signed.</summary>
internal static class CanonicalParameters
{
    public static Parameter[] Of(IReadOnlyList<KeyValuePair<string, string>> given)
    {
        if (given.Count == 0)
        {
            return [];
        }

        var parameters = new Parameter[given.Count];
        var hasLists = false;
        for (var index = 0; index < parameters.Length; index++)
        {
            var (name, value) = (given[index].Key, given[index].Value);
            parameters[index] = new(name, JavaScriptValue.String(value));
            hasLists |= name != PlainName(name);
        }

        return Order(parameters) && !hasLists ? parameters : WithLists(given);
    }

    /// <summary>A list, or a name that is given more than once, becomes one value under its plain name.</summary>
    private static Parameter[] WithLists(IReadOnlyList<KeyValuePair<string, string>> given)
    {
        Parameter[] parameters =
        [
            .. given.GroupBy(parameter => PlainName(parameter.Key)).Select(group =>
            {
                var values = group.Select(parameter => JavaScriptValue.String(parameter.Value)).ToList();
                var isList = values.Count > 1 || group.First().Key != group.Key;
                return new Parameter(group.Key, isList ? JavaScriptValue.Array(values) : values[0]);
            }),
        ];
        Order(parameters);
        return parameters;
    }

    private static string PlainName(string name) => name.EndsWith(QueryString.ListMark, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - QueryString.ListMark.Length)
        : name;

    public static Parameter[] Of(Utf8Json body)
    {
        if (NotedMembers(body) is { } noted)
        {
            return noted;
        }

        Parameter[] members = [.. JavaScriptReader.Read(Encoding.UTF8.GetString(body.Bytes))?.Members ?? []];
        Order(members);
        return members;
    }

    /// <summary>The members at the offsets that the writer recorded; <see langword="null"/> when the whole text has to be parsed.</summary>
    private static Parameter[]? NotedMembers(Utf8Json body)
    {
        if (body.Members is not { } places)
        {
            return null;
        }

        var members = new Parameter[places.Length];
        for (var index = 0; index < members.Length; index++)
        {
            if (WrittenValue.Read(body.Bytes, places[index]) is not { } value)
            {
                return null;
            }

            members[index] = new(places[index].Name, value);
        }

        return Order(members) ? members : null;
    }

    /// <summary>Sorts parameters by name, in ordinal order.</summary>
    /// <returns>Whether the names are unique.</returns>
    private static bool Order(Parameter[] parameters)
    {
        Array.Sort(parameters, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        for (var index = 1; index < parameters.Length; index++)
        {
            if (parameters[index].Key == parameters[index - 1].Key)
            {
                return false;
            }
        }

        return true;
    }
}
