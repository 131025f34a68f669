using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GenAuth.Models;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary>
/// The body of <c>POST /api/v3/update-user</c>: a member with a value is changed, one that is null is cleared, and one that is
/// missing stays. Members that the API does not have are ignored, as the service does.
/// </summary>
internal sealed class UserUpdate
{
    private static readonly string[] NotImplemented = ["password", "metadata"];

    // What names the user, and how, is no change.
    private static readonly HashSet<string> Members =
    [
        .. typeof(UpdateUserReqDto).GetProperties().Select(property => property.GetCustomAttribute<Newtonsoft.Json.JsonPropertyAttribute>()?.PropertyName).OfType<string>()
            .Except(["userId", "options", .. NotImplemented]),
    ];

    private readonly JsonObject _changes;

    private UserUpdate(UserIdentifier user, JsonObject changes, string? unimplemented) => (User, _changes, Unimplemented) = (user, changes, unimplemented);

    public UserIdentifier User { get; }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>.</summary>
    public string? Unimplemented { get; }

    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out UserUpdate? update, [NotNullWhen(false)] out string? problem)
    {
        update = null;
        if (!JsonBody.TryReadObject(request, out _, out problem))
        {
            return false;
        }

        var body = JsonSerializer.Deserialize(request.Body, UserJson.Default.UpdateUserReqDto)!;
        problem = string.IsNullOrEmpty(body.UserId) ? "userId has to be a text that is not empty." : ProblemOf(body.AdditionalProperties.Keys);
        if (problem is not null)
        {
            return false;
        }

        var (given, options) = (TenantResponse.ToJson(body)!.AsObject(), TenantResponse.ToJson(body.Options)?.AsObject() ?? []);
        var user = new UserIdentifier(body.UserId!, body.Options?.UserIdType?.Value ?? UserIdentifier.DefaultType);
        var unimplemented = !user.IsImplemented ? "this value of options.userIdType"
            : options.Where(option => option.Key != "userIdType" && option.Value is not null).Select(option => $"options.{option.Key}").FirstOrDefault()
            ?? Array.Find(NotImplemented, given.ContainsKey);
        update = new(user, new JsonObject(given.Where(member => Members.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))), unimplemented);
        return true;
    }

    /// <summary>The user after the change.</summary>
    public UserDto ApplyTo(JsonObject user, DateTimeOffset now)
    {
        foreach (var (name, value) in _changes)
        {
            if (value is null)
            {
                user.Remove(name);
            }
            else
            {
                user[name] = value.DeepClone();
            }
        }

        var changed = user.Deserialize(UserJson.Default.UserDto)!;
        changed.UpdatedAt = now;
        return changed;
    }

    /// <summary>The SDK keeps a value of another type than documented under its name, which the service refuses.</summary>
    private static string? ProblemOf(IEnumerable<string> undeclared) =>
        undeclared.FirstOrDefault(name => Members.Contains(name) || name == "options") is { } wrong ? $"{wrong} is of another type than the API has." : null;
}

/// <summary>Reads the API's types without reflection, so that a program with the tenant can be trimmed.</summary>
[JsonSourceGenerationOptions(MaxDepth = JsonValueReader.MaxDepth)]
[JsonSerializable(typeof(UpdateUserReqDto))]
[JsonSerializable(typeof(UserDto))]
internal sealed partial class UserJson : JsonSerializerContext;
