using System.Security.Claims;
using System.Text.Json;

namespace GenAuth.OpenIdConnect;

/// <summary>
/// Claims of a token or a user. Claims that the service sends as <c>null</c> are treated as missing. Immutable; the values may be
/// personal data.
/// </summary>
public class ClaimSet
{
    private protected ClaimSet(JsonElement json) => Json = json.ValueKind == JsonValueKind.Object
        ? json.Clone()
        : throw new ArgumentException("The claims are not a JSON object. Pass the root of the document.", nameof(json));

    /// <summary>All claims as a JSON object, with those that are <c>null</c>.</summary>
    public JsonElement Json { get; }

    /// <summary>The user's ID (<c>sub</c>), or <see langword="null"/>: a token of an access account has none.</summary>
    public string? Subject => GetString("sub");

    /// <summary>The value of a claim, or <see langword="null"/> if it is missing or not a text.</summary>
    /// <param name="name">The name of the claim, for example <c>email</c>.</param>
    public string? GetString(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>The values of a claim: each text of a list, one text, or none.</summary>
    /// <param name="name">The name of the claim, for example <c>aud</c>.</param>
    public IReadOnlyList<string> GetStrings(string name) => Find(name) switch
    {
        { ValueKind: JsonValueKind.String } value => [value.GetString()!],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)],
        _ => [],
    };

    /// <summary>The instant of a claim that has seconds since 1970, or <see langword="null"/>.</summary>
    /// <param name="name">The name of the claim, for example <c>exp</c>.</param>
    public DateTimeOffset? GetInstant(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var seconds) && seconds is > -1e10 and < 2e11
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;

    /// <summary>A claim, or <see langword="null"/> if it is missing or <c>null</c>.</summary>
    /// <param name="name">The name of the claim.</param>
    public JsonElement? Find(string name) =>
        Json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>
    /// The claims for a <see cref="ClaimsPrincipal"/>: one for each item of a list, JSON text for an object, none for <c>null</c>.
    /// Names are those of the service, and <c>roles</c> are the roles.
    /// </summary>
    /// <param name="authenticationType">The name of the sign-in, for example of a scheme.</param>
    public ClaimsIdentity ToClaimsIdentity(string authenticationType)
    {
        Throw.IfBlank(authenticationType, nameof(authenticationType), "Without a type the identity is not authenticated.");
        return new ClaimsIdentity(CreateClaims(), authenticationType, "name", "roles");
    }

    /// <summary>The claims of <see cref="ToClaimsIdentity"/>.</summary>
    internal List<Claim> CreateClaims()
    {
        var issuer = GetString("iss") ?? ClaimsIdentity.DefaultIssuer;
        var claims = new List<Claim>();
        foreach (var claim in Json.EnumerateObject())
        {
            if (claim.Value.ValueKind != JsonValueKind.Array)
            {
                Add(claims, claim.Name, claim.Value, issuer);
                continue;
            }

            foreach (var item in claim.Value.EnumerateArray())
            {
                Add(claims, claim.Name, item, issuer);
            }
        }

        return claims;
    }

    /// <summary>The type's name only: claims are personal data.</summary>
    public override string ToString() => GetType().Name;

    private static void Add(List<Claim> claims, string name, JsonElement value, string issuer)
    {
        if (CreateClaim(name, value, issuer) is { } claim)
        {
            claims.Add(claim);
        }
    }

    private static Claim? CreateClaim(string name, JsonElement value, string issuer) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new Claim(name, value.GetString()!, ClaimValueTypes.String, issuer),
        JsonValueKind.True or JsonValueKind.False => new Claim(name, value.GetRawText(), ClaimValueTypes.Boolean, issuer),
        JsonValueKind.Number => new Claim(name, value.GetRawText(), value.TryGetInt64(out _) ? ClaimValueTypes.Integer64 : ClaimValueTypes.Double, issuer),
        _ => new Claim(name, value.GetRawText(), "JSON", issuer),
    };
}
