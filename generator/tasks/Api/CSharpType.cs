namespace GenAuth.Build.Api;

/// <summary>A C# type as the generated code uses it.</summary>
/// <param name="Text">The type without namespaces and without its question mark.</param>
/// <param name="Code">The same with namespaces, as the generated code prints it.</param>
/// <param name="IsValue">Whether it is a value type, so that with a question mark it is another type.</param>
/// <param name="IsNullable">Whether it has a question mark.</param>
/// <param name="SetOf">Of an enum, the type of its values on the wire: <c>string</c> or <c>int</c>.</param>
internal sealed record CSharpType(string Text, string Code, bool IsValue = false, bool IsNullable = false, string? SetOf = null)
{
    private const string Collections = "System.Collections.Generic";

    public static readonly CSharpType Any = new("JToken", "Newtonsoft.Json.Linq.JToken");

    /// <summary>The types of the document that it refers to.</summary>
    public IReadOnlyList<string> Own { get; private init; } = [];

    /// <summary>The type in compiled code, where reference types have no question mark.</summary>
    public string Binary => IsValue && IsNullable ? $"Nullable<{Text}>" : Text;

    /// <summary>The type as the generated code prints it, with its question mark.</summary>
    public string Printed => IsNullable ? Code + "?" : Code;

    /// <summary>A type with a C# keyword.</summary>
    public static CSharpType Simple(string name, bool isValue = false) => new(name, name, isValue);

    /// <summary>A type of the document.</summary>
    /// <param name="name">Its C# name.</param>
    /// <param name="setOf">The type of its values if it is an enum.</param>
    public static CSharpType Named(string name, string? setOf = null) => new(name, name, setOf is not null, SetOf: setOf) { Own = [name] };

    /// <summary>A list.</summary>
    /// <param name="name">The list's type.</param>
    /// <param name="item">The type of its items.</param>
    public static CSharpType List(string name, CSharpType item) => new($"{name}<{item}>", $"{Collections}.{name}<{item.Printed}>") { Own = item.Own };

    /// <summary>A map with string keys.</summary>
    public static CSharpType Map(CSharpType value) => new($"IDictionary<string, {value}>", $"{Collections}.IDictionary<string, {value.Printed}>") { Own = value.Own };

    public override string ToString() => IsNullable ? Text + "?" : Text;
}
