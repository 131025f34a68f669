using System.Text.Json;

namespace GenAuth.OpenIdConnect;

/// <summary>What the service knows about the user of an access token. Which claims there are depends on the scopes of the token.</summary>
public sealed class UserInfo : ClaimSet
{
    /// <summary>Takes the JSON object of a response, also in tests of an application.</summary>
    /// <param name="json">The object.</param>
    /// <exception cref="ArgumentException">The value is not a JSON object.</exception>
    public UserInfo(JsonElement json)
        : base(json)
    {
    }

    /// <summary>The name to show (<c>name</c>), or <see langword="null"/>. Needs the scope <c>profile</c>.</summary>
    public string? Name => GetString("name");

    /// <summary>The e-mail address (<c>email</c>), or <see langword="null"/>. Needs the scope <c>email</c>.</summary>
    public string? Email => GetString("email");

    /// <summary>The phone number (<c>phone_number</c>), or <see langword="null"/>. Needs the scope <c>phone</c>.</summary>
    public string? PhoneNumber => GetString("phone_number");

    /// <summary>The roles (<c>roles</c>). Needs the scope <c>roles</c>.</summary>
    public IReadOnlyList<string> Roles => GetStrings("roles");
}
