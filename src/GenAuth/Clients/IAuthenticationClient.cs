using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenAuth;

// The members that are written by hand; the rest is generated from the API document.

/// <summary>
/// The operations of the V3 API that an application calls for itself and its end users. Thread-safe; implemented
/// by <see cref="AuthenticationClient"/>.
/// </summary>
public partial interface IAuthenticationClient
{
    /// <summary>A view of this client for one end user: the same settings and connections, that user's token. Cheap; create one per request.</summary>
    /// <param name="accessToken">The user's access token, without the word <c>Bearer</c>.</param>
    /// <returns>A client whose calls send the token. The original does not change.</returns>
    /// <exception cref="ArgumentException"><paramref name="accessToken"/> is <see langword="null"/>, empty or holds a blank.</exception>
    IAuthenticationClient WithAccessToken(string accessToken);

    /// <summary>Calls an operation that the SDK does not contain yet, with the same transport, errors and authorization as every other.</summary>
    /// <typeparam name="T">
    /// What the body is read as. A type that implements <see cref="IApiResponse"/> must come in an envelope; any other, such as
    /// <c>JObject</c>, may also be the plain body of a successful response.
    /// </typeparam>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path from the root of the host, percent-encoded where needed, without a query.</param>
    /// <param name="query">The query's names and values, not encoded; a <see langword="null"/> value is left out.</param>
    /// <param name="body">
    /// What is sent as JSON: types of the SDK, anonymous and other objects (with the attributes of Newtonsoft.Json), dictionaries, lists,
    /// <c>JToken</c>, and <c>JsonElement</c>, <c>JsonDocument</c> and <c>JsonNode</c> of System.Text.Json, also inside each other. A
    /// <see langword="null"/> inside is sent as null, except in types of the SDK, where it means not set. Enums are sent as numbers
    /// unless a converter says otherwise, dates in ISO 8601. It is read when the call begins; <see langword="null"/> sends no content.
    /// </param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The body of the successful response.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> holds something that JSON cannot express (the message names its path), <paramref name="path"/> is not a path on the service's host.</exception>
    /// <exception cref="GenAuthException">As for every other operation.</exception>
    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    Task<T> SendAsync<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        object? body = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Calls an operation that the SDK does not contain yet, with the same transport, errors and authorization as every other, and
    /// without reflection: for trimmed and natively compiled programs.
    /// </summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path from the root of the host, percent-encoded where needed, without a query.</param>
    /// <param name="query">The query's names and values, not encoded; a <see langword="null"/> value is left out.</param>
    /// <param name="body">What is sent as JSON; <see langword="null"/> sends no content. For an object of the SDK or of yours see <c>JsonSerializer.SerializeToNode</c>.</param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The body of the successful response; of the kind <see cref="JsonValueKind.Undefined"/> when it is empty. For an object of yours
    /// see <c>JsonSerializer.Deserialize</c> with a <c>JsonTypeInfo</c>.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is not a path on the service's host, or a setting of the call is invalid.</exception>
    /// <exception cref="GenAuthException">As for every other operation.</exception>
    Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        JsonNode? body = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default);
}
