using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;

namespace GenAuth;

// The members that are written by hand; the rest is generated from the API document.

/// <summary>
/// The operations of the V3 API that an application calls for itself and its end users. Safe to share between threads; made
/// by <see cref="AuthenticationClient"/>.
/// </summary>
public partial interface IAuthenticationClient
{
    /// <summary>A view of this client for one end user: the same settings and connections, that user's token. Cheap; make one per request.</summary>
    /// <param name="accessToken">The user's access token, without the word <c>Bearer</c>.</param>
    /// <returns>A client whose calls carry the token. The original stays as it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="accessToken"/> is <see langword="null"/>, empty or holds a blank.</exception>
    IAuthenticationClient WithAccessToken(string accessToken);

    /// <summary>Gets the signed parameter string that starts an Alipay sign-in in a mobile app.</summary>
    /// <remarks>
    /// <para>
    /// Hand <c>Data.AuthInfo</c> to the Alipay mobile SDK exactly as it is: it is signed, and trimming, decoding or reordering
    /// breaks it. Get a new one for every attempt. <see cref="AlipayAuthInfo.Parse"/> shows what it holds.
    /// </para>
    /// <para>Endpoint: <c>GET /api/v3/get-alipay-authinfo</c></para>
    /// </remarks>
    /// <param name="extIdpConnIdentifier">The unique identifier of the Alipay (Mobile) connection in the console. Required.</param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The response; <c>Data.AuthInfo</c> is the string for the app.</returns>
    /// <exception cref="ArgumentException"><paramref name="extIdpConnIdentifier"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="GenAuthApiException">The service refused, for example because it does not know the connection.</exception>
    /// <exception cref="GenAuthConnectionException">No answer arrived.</exception>
    /// <exception cref="GenAuthTimeoutException">The call took longer than the time-out.</exception>
    /// <exception cref="GenAuthInvalidResponseException">An answer arrived that the API does not give.</exception>
    Task<GetAlipayAuthInfoRespDto> GetAlipayAuthInfoAsync(
        string extIdpConnIdentifier, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default);

    /// <summary>Signs a user in with the code that the Alipay mobile SDK gave to the app.</summary>
    /// <remarks>
    /// <para>
    /// Fills in connection, payload and, as <see cref="AuthenticationClientOptions.TokenEndpointAuthMethod"/> demands, the
    /// application's credentials. The code works once: after a failure get a new one, never repeat the call.
    /// </para>
    /// <para>Endpoint: <c>POST /api/v3/signin-by-mobile</c></para>
    /// </remarks>
    /// <param name="extIdpConnIdentifier">The unique identifier of the Alipay (Mobile) connection in the console. Required.</param>
    /// <param name="code">The <c>auth_code</c> from the Alipay SDK's result; valid only if <c>resultStatus</c> was 9000 and <c>result_code</c> 200.</param>
    /// <param name="options">Scope, tenant and data of the sign-in; <see langword="null"/> takes the application's defaults.</param>
    /// <param name="requestOptions">Settings for this one call; <see langword="null"/> takes the client's own.</param>
    /// <param name="cancellationToken">Ends the call early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The response; <c>Data</c> holds the tokens.</returns>
    /// <exception cref="ArgumentException">An argument is <see langword="null"/> or blank.</exception>
    /// <exception cref="InvalidOperationException">The authentication method needs <see cref="AuthenticationClientOptions.AppSecret"/>, and it is not set.</exception>
    /// <exception cref="GenAuthActionRequiredException">The sign-in needs another step, for example a second factor.</exception>
    /// <exception cref="GenAuthUpstreamException">Alipay refused the code, or could not be reached.</exception>
    /// <exception cref="GenAuthApiException">The service refused for another reason.</exception>
    /// <exception cref="GenAuthConnectionException">No answer arrived.</exception>
    /// <exception cref="GenAuthTimeoutException">The call took longer than the time-out.</exception>
    /// <exception cref="GenAuthInvalidResponseException">An answer arrived that the API does not give.</exception>
    Task<LoginTokenRespDto> SignInByAlipayAsync(
        string extIdpConnIdentifier,
        string code,
        SignInByMobileOptionsDto? options = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default);

    /// <summary>Calls an operation that the SDK does not know yet, with the same transport, errors and authorization as every other.</summary>
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
