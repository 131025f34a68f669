using System.Runtime.Serialization;
using GenAuth.Json;

namespace GenAuth.Models;

public partial class LoginTokenResponseDataDto
{
    /// <summary>Some deployments write <c>expires_in</c>, the name of the token endpoint, instead of the documented <c>expire_in</c>.</summary>
    [OnDeserialized]
    internal void TakeStandardExpiry(StreamingContext context)
    {
        if (ExpireIn == 0 && _additionalProperties is not null
            && _additionalProperties.TryGetValue("expires_in", out var token))
        {
            using var reader = token.CreateReader();
            reader.Read();
            ExpireIn = LenientNumber.Read(reader) ?? 0;
        }
    }
}
