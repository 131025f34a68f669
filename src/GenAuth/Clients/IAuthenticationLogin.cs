using GenAuth.Models;

namespace GenAuth;

// The two steps of an Alipay sign-in, which are written by hand; the other operations are generated from the API document.
public partial interface IAuthenticationLogin
{
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
    /// <exception cref="GenAuthConnectionException">No response was received.</exception>
    /// <exception cref="GenAuthTimeoutException">The call took longer than the time-out.</exception>
    /// <exception cref="GenAuthInvalidResponseException">The response is not a valid response of the API.</exception>
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
    /// <exception cref="InvalidOperationException">The authentication method needs <see cref="AuthenticationClientOptions.AppSecret"/> or <see cref="AuthenticationClientOptions.ClientSecretProvider"/>, and none is set.</exception>
    /// <exception cref="GenAuthActionRequiredException">The sign-in needs another step, for example a second factor.</exception>
    /// <exception cref="GenAuthUpstreamException">Alipay refused the code, or could not be reached.</exception>
    /// <exception cref="GenAuthApiException">The service refused for another reason.</exception>
    /// <exception cref="GenAuthConnectionException">No response was received.</exception>
    /// <exception cref="GenAuthTimeoutException">The call took longer than the time-out.</exception>
    /// <exception cref="GenAuthInvalidResponseException">The response is not a valid response of the API.</exception>
    Task<LoginTokenRespDto> SignInByAlipayAsync(
        string extIdpConnIdentifier,
        string code,
        SignInByMobileOptionsDto? options = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default);
}
