using System.Runtime.Serialization;

namespace GenAuth.Models;

// Deployments of the older edition write authingTokenExpiresIn instead of genauthTokenExpiresIn.
public partial class SecuritySettingsDto
{
    [OnDeserialized]
    internal void TakeOlderName(StreamingContext context) => OnRead();

    internal override void OnRead() => GenauthTokenExpiresIn = ExpiresInAlias.Resolve(GenauthTokenExpiresIn, UnknownMembers, "authingTokenExpiresIn");
}
