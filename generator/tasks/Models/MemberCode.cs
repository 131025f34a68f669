using Newtonsoft.Json;

namespace GenAuth.Build.Models;

/// <summary>
/// Writes the statements that read and write a member, by its type. Types without a reader method are read by the serializer of
/// Newtonsoft.Json.
/// </summary>
internal sealed class MemberCode(ModelTypes types, string space)
{
    private const string List = "System.Collections.Generic.IReadOnlyList<";
    private const string Token = "Newtonsoft.Json.Linq.JToken";

    private static readonly Dictionary<string, string> Scalars = new()
    {
        ["int"] = "Int32",
        ["long"] = "Int64",
        ["double"] = "Double",
        ["bool"] = "Boolean",
        ["System.DateTimeOffset"] = "Instant",
    };

    /// <summary>A statement that reads the value at the reader's token.</summary>
    public string Read(ModelMember member)
    {
        var type = Plain(member.Type);
        var isNullable = type != member.Type;
        if (type == Token)
        {
            // The field of a property that parses on first access.
            return $"_{member.Property} = reader.Json();";
        }

        return $"{member.Property} = {ReadEnvelope(member) ?? Read(type, isNullable ? null : member.Property) ?? $"reader.Other({member.Property}{(isNullable ? ", isNullable: true" : string.Empty)})"};";
    }

    /// <summary>A statement that writes the member unless it is not set.</summary>
    public string Write(ModelMember member)
    {
        var type = Plain(member.Type);
        var isNullable = type != member.Type;
        var wire = Literal(member.Wire);
        var nullable = member.IsRequired && isNullable ? "writer.Nullable()" : "writer";
        var writer = member.IsSensitive ? $"{nullable}.Sensitive()" : nullable;

        // Separate methods instead of an argument: thousands of call sites stay smaller.
        var add = member.IsRequired ? "AddRequired" : "Add";
        return type switch
        {
            "string" when member.IsSensitive => $"{nullable}.{add}Sensitive({wire}, {member.Property});",
            _ when types.IsTextSet(type) => isNullable ? $"{writer}.{add}Text({wire}, {member.Property});" : $"{writer}.{add}({wire}, {member.Property}.WireText);",
            _ when types.IsNumberSet(type) => $"{writer}.{add}Number<{Full(type)}>({wire}, {member.Property});",
            _ when Item(type) is { } item && types.IsTextSet(item) => $"{writer}.{add}Texts({wire}, {member.Property});",
            _ when IsDirect(type) || (Item(type) is { } item && IsDirect(item)) => $"{writer}.{add}({wire}, {member.Property});",
            _ => $"{writer}.{add}Other({wire}, {member.Property});",
        };
    }

    // C# has the escape sequences of JSON, including those of line separators.
    public static string Literal(string text) => JsonConvert.ToString(text);

    /// <summary>The members of a response envelope are read from values of any type.</summary>
    private static string? ReadEnvelope(ModelMember member) => !member.IsOfEnvelope ? null : member.Wire switch
    {
        "statusCode" when member.Type == "int" => $"reader.EnvelopeOutcome({member.Property})",
        "apiCode" => "reader.EnvelopeCode()",
        "message" or "requestId" => "reader.EnvelopeText()",
        _ => null,
    };

    /// <summary>The expression that reads a value of the type, or <see langword="null"/> for a type without a reader method.</summary>
    /// <param name="type">The member's type without the question mark.</param>
    /// <param name="current">The current value, which a member that cannot be null keeps when null is received.</param>
    private string? Read(string type, string? current) => type switch
    {
        "string" => "reader.Text()",
        _ when Scalars.TryGetValue(type, out var name) => $"reader.{name}({current})",
        _ when types.IsTextSet(type) || types.IsNumberSet(type) => $"{Full(type)}.FromJson(ref reader){(current is null ? string.Empty : $".GetValueOrDefault({current})")}",
        _ when types.IsModel(type) => $"reader.Model<{Full(type)}>()",
        _ when Item(type) is { } item => ReadList(item),
        _ => null,
    };

    private string? ReadList(string item) => item switch
    {
        "string" => "reader.Texts()",
        Token => "reader.Tokens()",
        _ when Scalars.ContainsKey(item) => $"reader.Values(static (ref reader) => reader.{Scalars[item]}())",
        _ when types.IsTextSet(item) => $"reader.OpenValues({Full(item)}.FromJson)",
        _ when types.IsModel(item) => $"reader.Models<{Full(item)}>()",
        _ => null,
    };

    private bool IsDirect(string type) => type is "string" or Token || Scalars.ContainsKey(type) || types.IsModel(type);

    private static string? Item(string type) => type.StartsWith(List, StringComparison.Ordinal) ? type.Substring(List.Length, type.Length - List.Length - 1) : null;

    private static string Plain(string type) => type.TrimEnd('?');

    // Qualified, because a member may have the name of a type.
    private string Full(string type) => $"global::{space}.{type}";
}
