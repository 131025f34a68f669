using System.Text.Json;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.Passwords;

/// <summary>The public keys for passwords, which the service publishes. Cached for an hour.</summary>
internal sealed class PasswordKeys(OpenIdConnectSettings settings, ProtocolCalls calls)
{
    private const string Operation = "getPasswordKeys";

    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(1);

    private volatile Loaded? _current;

    /// <summary>The key of a cipher.</summary>
    /// <exception cref="NotSupportedException">The service has no key for the cipher.</exception>
    public async Task<string> GetAsync(string encryptType, bool refresh, CancellationToken cancellationToken)
    {
        var current = _current;
        if (current is null || refresh || settings.Now - current.Time >= MaxAge)
        {
            var body = await calls.GetAsync<JsonElement>(Operation, "/api/v3/system", static (name, response) => ReadKeys(name, response), cancellationToken).ConfigureAwait(false);
            _current = current = new(body, settings.Now);
        }

        return Find(current.Body, encryptType)
            ?? throw new NotSupportedException($"The service publishes no public key for \"{encryptType}\". Use another cipher, or send the password without one.");
    }

    /// <summary>Some deployments wrap the keys in the usual envelope.</summary>
    private static JsonElement ReadKeys(string operation, ApiResponse response)
    {
        var body = ResponseReader.Decode<JsonElement>(operation, response);
        return body.ValueKind == JsonValueKind.Object
            ? body.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : body
            : throw response.CreateException(operation, GenAuthResponseProblem.WrongType, "the body is not a JSON object.");
    }

    private static string? Find(JsonElement body, string encryptType) =>
        body.TryGetProperty(encryptType, out var cipher) && cipher.ValueKind == JsonValueKind.Object ? cipher.GetNonEmptyText("publicKey") : null;

    private sealed record Loaded(JsonElement Body, DateTimeOffset Time);
}
