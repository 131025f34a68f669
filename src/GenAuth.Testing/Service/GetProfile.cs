using GenAuth.Models;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service.Management;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service;

/// <summary><c>GET /api/v3/get-profile</c>: the user of the access token.</summary>
internal sealed class GetProfile(TokenService tokens)
{
    private static readonly string[] Flags = ["withCustomData", "withIdentities"];

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        var token = request.Headers.GetValueOrDefault("Authorization")?.Split(' ', 2) is [var scheme, var value] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? value : null;
        if (tokens.FindUser(tokens.FindActive(token)) is not { } user)
        {
            return TenantResponse.Error(401, "The access token is missing, unknown, expired or revoked.", ApiCode.NotSignedIn);
        }

        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(request.Query))
        {
            given[pair.DecodeName().ToString()] = pair.DecodeValue().ToString();
        }

        if (Array.Find(Flags, flag => given.GetValueOrDefault(flag) is not (null or "true" or "false")) is { } wrong)
        {
            return TenantResponse.Error(400, $"{wrong} must be true or false.");
        }

        var projection = new UserProjection(IsSet("withCustomData"), IsSet("withIdentities"), DepartmentIds: false, Posts: true);
        return TenantResponse.Success(projection.Apply(TenantResponse.ToJson(user.Profile)!.AsObject()));

        bool IsSet(string flag) => given.GetValueOrDefault(flag) == "true";
    }
}
