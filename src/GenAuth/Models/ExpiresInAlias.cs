using System.Runtime.Serialization;
using GenAuth.Serialization;
using Newtonsoft.Json.Linq;

namespace GenAuth.Models;

/// <summary>Some deployments send <c>expires_in</c>, the name in OAuth 2.0, instead of the documented <c>expire_in</c>.</summary>
internal static class ExpiresInAlias
{
    public static long Resolve(long documented, IDictionary<string, JToken>? unknownMembers, string otherName = "expires_in")
    {
        if (documented != 0 || unknownMembers is null || !unknownMembers.TryGetValue(otherName, out var token))
        {
            return documented;
        }

        return LenientValue.Int64((token as JValue)?.Value) ?? 0;
    }
}

public partial class LoginTokenResponseDataDto
{
    [OnDeserialized]
    internal void ApplyExpiresIn(StreamingContext context) => OnRead();

    internal override void OnRead() => ExpireIn = ExpiresInAlias.Resolve(ExpireIn, UnknownMembers);
}

public partial class WechatLoginTokenRespDto
{
    [OnDeserialized]
    internal void ApplyExpiresIn(StreamingContext context) => OnRead();

    internal override void OnRead() => ExpireIn = ExpiresInAlias.Resolve(ExpireIn, UnknownMembers);
}

// Deployments of the older edition write authingTokenExpiresIn instead of genauthTokenExpiresIn.
public partial class SecuritySettingsDto
{
    [OnDeserialized]
    internal void TakeOlderName(StreamingContext context) => OnRead();

    internal override void OnRead() => GenauthTokenExpiresIn = ExpiresInAlias.Resolve(GenauthTokenExpiresIn, UnknownMembers, "authingTokenExpiresIn");
}
