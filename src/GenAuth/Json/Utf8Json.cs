namespace GenAuth.Json;

/// <summary>JSON as it is sent.</summary>
/// <param name="Bytes">All of it, in an array of its own.</param>
/// <param name="Members">Where its object's members stand, in their order; <see langword="null"/> where only reading it tells.</param>
internal readonly record struct Utf8Json(byte[] Bytes, MemberPlace[]? Members = null);
