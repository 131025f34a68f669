namespace GenAuth.Serialization;

/// <summary>JSON as it is sent.</summary>
/// <param name="Bytes">All of it, in an array of its own.</param>
/// <param name="Members">
/// Where the members of its object are; <see langword="null"/> when they were not recorded, or are not in the form that is signed.
/// </param>
internal readonly record struct Utf8Json(byte[] Bytes, JsonMemberOffsets[]? Members = null);

/// <summary>Where the value of a member is.</summary>
internal readonly record struct JsonMemberOffsets(string Name, int Start, int End);
