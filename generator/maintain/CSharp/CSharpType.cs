namespace GenAuth.Maintain.CSharp;

/// <summary>A type of C# as the generated code has it, without namespaces.</summary>
/// <param name="Text">The type without its question mark.</param>
/// <param name="IsValue">Whether it is a value type, so that with a question mark it is another type.</param>
/// <param name="IsNullable">Whether it has a question mark.</param>
/// <param name="SetOf">What the values of a set are, <c>string</c> or <c>int</c>.</param>
internal sealed record CSharpType(string Text, bool IsValue = false, bool IsNullable = false, string? SetOf = null)
{
    /// <summary>The type as the compiled code knows it.</summary>
    public string Binary => IsValue && IsNullable ? $"Nullable<{Text}>" : Text;

    public override string ToString() => IsNullable ? Text + "?" : Text;
}
