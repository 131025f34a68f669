namespace GenAuth.Json;

/// <summary>Where the value of one of a text's own members stands in its bytes.</summary>
internal readonly record struct MemberPlace(string Name, int Start, int Length);
