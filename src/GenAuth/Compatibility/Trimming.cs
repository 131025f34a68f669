using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Compatibility;

/// <summary>What trimmed programs keep, and what they cannot use.</summary>
internal static class Trimming
{
    /// <summary>The members of a response type that are found by reflection.</summary>
    public const DynamicallyAccessedMemberTypes ResponseType = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Said to callers of methods that take types that are not generated.</summary>
    public const string CustomTypes = "Types of the program are read and written by reflection, which finds only what a trimmed program keeps. SendAsync with JsonNode needs none.";
}
