using System.Runtime.Serialization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Models;

public partial class LoginTokenResponseDataDto
{
    /// <summary>Some deployments write <c>expires_in</c>, the name of the token endpoint, instead of the documented <c>expire_in</c>.</summary>
    [OnDeserialized]
    internal void TakeStandardExpiry(StreamingContext context)
    {
        if (ExpireIn == 0 && _additionalProperties is not null
            && _additionalProperties.TryGetValue("expires_in", out var seconds) && seconds is JValue { Value: long value })
        {
            ExpireIn = value;
        }
    }
}
