using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Compatibility;

/// <summary>The arguments of the trimming annotations.</summary>
internal static class Trimming
{
    /// <summary>The members of a response type that reflection uses.</summary>
    public const DynamicallyAccessedMemberTypes ResponseType = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>The compiler's warning for methods that accept types of the application.</summary>
    public const string CustomTypes = "Types of the application are read and written by reflection, and trimming may remove their members. Use SendAsync with JsonNode, which needs no reflection.";
}
