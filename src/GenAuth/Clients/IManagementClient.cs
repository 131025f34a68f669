using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenAuth;

/// <summary>The management operations of the V3 API. Thread-safe; implemented by <see cref="ManagementClient"/>.</summary>
// The hand-written members; the others are generated from the API document.
public partial interface IManagementClient
{
    /// <summary>Calls an operation that the SDK does not contain yet, with the same transport, errors and authorization as every other.</summary>
    /// <typeparam name="T">
    /// What the body is read as. A type that implements <see cref="IApiResponse"/> must come in an envelope; any other, such as
    /// <c>JObject</c>, may also be the plain body of a successful response.
    /// </typeparam>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path from the root of the host, percent-encoded where needed, without a query.</param>
    /// <param name="query">
    /// The query's names and values, not encoded; a <see langword="null"/> value is left out. A list is one entry per item under
    /// its name with brackets, <c>userIds[]</c>.
    /// </param>
    /// <param name="body">
    /// What is sent as JSON: types of the SDK, anonymous and other objects (with the attributes of Newtonsoft.Json), dictionaries, lists,
    /// <c>JToken</c>, and <c>JsonElement</c>, <c>JsonDocument</c> and <c>JsonNode</c> of System.Text.Json, also inside each other. A
    /// <see langword="null"/> inside is sent as null, except in types of the SDK, where it means not set. Enums are sent as numbers
    /// unless a converter says otherwise, dates in ISO 8601. It is read when the call begins; <see langword="null"/> sends no content.
    /// </param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The body of the successful response.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> holds something that JSON cannot express (the message names its path), <paramref name="path"/> is not a path on the service's host, or the settings of the call hold an end user's token.</exception>
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

    /// <summary>
    /// Shows how a request would be signed, to diagnose <c>apiCode</c> 1300 (invalid signature). Sends nothing, and works with
    /// every <see cref="ManagementAuthorizationMethod"/>. With an <see cref="IAccessKeyProvider"/> it blocks until the provider has returned its key.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Date and nonce are new ones. To see those of a request that was refused, put them into <paramref name="requestOptions"/> as
    /// the headers <c>date</c> and <c>x-genauth-signature-nonce</c>.
    /// </para>
    /// <para>
    /// Unless <paramref name="showValues"/> is set, these are masked: all values of the query and of a body of your own type, the
    /// secret, personal and unknown members of a body of the API's types, and headers that the SDK does not set. The path is
    /// always shown.
    /// </para>
    /// </remarks>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path from the root of the host, percent-encoded where needed, without a query.</param>
    /// <param name="query">The query's names and values, not encoded.</param>
    /// <param name="body">What would be sent as JSON.</param>
    /// <param name="requestOptions">Settings of the call; its headers are part of what is signed.</param>
    /// <param name="showValues">
    /// <see langword="true"/> shows all values of parameters and signed headers, passwords and tokens included: for your own
    /// screen, not for a log or a ticket. Default: <see langword="false"/>.
    /// </param>
    /// <returns>The text that would be signed, and an abbreviated signature that is no credential.</returns>
    /// <exception cref="ArgumentException"><paramref name="body"/> holds something that JSON cannot express (the message names its path), <paramref name="path"/> is not a path on the service's host, or a setting of the call is invalid.</exception>
    /// <exception cref="GenAuthCredentialException">The <see cref="IAccessKeyProvider"/> threw, or returned an invalid key.</exception>
    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    SignatureExplanation ExplainSignature(
        HttpMethod method,
        string path,
        IEnumerable<KeyValuePair<string, string?>>? query = null,
        object? body = null,
        RequestOptions? requestOptions = null,
        bool showValues = false);
}
