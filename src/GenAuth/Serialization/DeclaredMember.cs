namespace GenAuth.Serialization;

/// <summary>A member of a type as its generated code gives it to a writer.</summary>
/// <param name="Index">Its position, counted from 0.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether the document promises that it is there.</param>
/// <param name="IsNullable">Whether the document allows null, or that it is missing.</param>
/// <param name="IsSet">Whether the object has a value. A member that cannot be null always has one.</param>
internal sealed record DeclaredMember(int Index, string Name, bool IsRequired, bool IsNullable, bool IsSet);
