using System.Text;
using System.Text.Json;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>Reads the responses of the protocol endpoints. They have no envelope, and their errors have the form of OAuth 2.0.</summary>
internal static class ProtocolResponse
{
    /// <summary>Reads a JSON object.</summary>
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="response">The response.</param>
    /// <param name="requiredMember">A member that every success has.</param>
    /// <param name="secrets">Values of the request that must not appear in a message.</param>
    /// <exception cref="GenAuthException">The response is an error, or not a response of the protocol.</exception>
    public static JsonElement ReadObject(string operation, ApiResponse response, string requiredMember, IReadOnlyList<string> secrets)
    {
        ThrowIfError(operation, response, secrets);
        var body = ResponseReader.Decode<JsonElement>(operation, response);
        return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(requiredMember, out _)
            ? body
            : throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"the body is not a JSON object with the member \"{requiredMember}\". Check that AppHost is the application's own authentication address.");
    }

    /// <summary>Reads the response to a revocation: nothing, or an object that does not say otherwise.</summary>
    /// <exception cref="GenAuthException">The token was not revoked.</exception>
    public static object ReadRevocation(string operation, ApiResponse response, IReadOnlyList<string> secrets)
    {
        ThrowIfError(operation, response, secrets);
        if (response.IsHttpSuccess && response.GetFirstByte() is null)
        {
            return string.Empty;
        }

        var body = ResponseReader.Decode<JsonElement>(operation, response);
        return body.ValueKind == JsonValueKind.Object && !(body.TryGetProperty("isSuccess", out var success) && success.ValueKind != JsonValueKind.True)
            ? string.Empty
            : throw response.CreateException(operation, GenAuthResponseProblem.WrongType, "the body does not say that the token was revoked. Treat it as still valid, and try again.");
    }

    /// <summary>Reads text, which the caller parses.</summary>
    /// <exception cref="GenAuthException">The response is an error.</exception>
    public static string ReadText(string operation, ApiResponse response)
    {
        if (response is { IsHttpSuccess: true, IsTooLarge: false, UnknownCharset: null } && response.GetFirstByte() is not null)
        {
            return Encoding.UTF8.GetString(WireText.WithoutMark(response.Body));
        }

        ThrowIfError(operation, response, []);
        ResponseReader.Decode<JsonElement>(operation, response);
        throw response.CreateException(operation, GenAuthResponseProblem.Empty, "the body is empty. Try again, or check AppHost in the client's options.");
    }

    private static void ThrowIfError(string operation, ApiResponse response, IReadOnlyList<string> secrets)
    {
        if (OAuthError.Find(response) is { } error)
        {
            throw error.CreateException(operation, response, secrets);
        }
    }
}
