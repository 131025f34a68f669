using GenAuth.Models;

namespace GenAuth;

public sealed partial class AuthenticationClient
{
    private const string ConnectionRemedy = "Pass the unique identifier of the Alipay (Mobile) connection from the console.";

    /// <inheritdoc/>
    // By hand because the generated method could not check its argument before anything is sent.
    public Task<GetAlipayAuthInfoRespDto> GetAlipayAuthInfoAsync(
        string extIdpConnIdentifier, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(extIdpConnIdentifier, nameof(extIdpConnIdentifier), ConnectionRemedy);
        return GetAlipayAuthInfoCoreAsync(extIdpConnIdentifier, requestOptions, cancellationToken);
    }

    /// <inheritdoc/>
    // By hand because the document has only the general sign-in, which leaves connection, payload and credentials to the caller.
    public Task<LoginTokenRespDto> SignInByAlipayAsync(
        string extIdpConnIdentifier,
        string code,
        SignInByMobileOptionsDto? options = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(extIdpConnIdentifier, nameof(extIdpConnIdentifier), ConnectionRemedy);
        Throw.IfBlank(code, nameof(code), "Pass the auth_code that the Alipay SDK returned to the app.");
        var (clientId, clientSecret) = ClientCredentials.ForBody(_settings);
        var body = new SigninByMobileDto
        {
            ExtIdpConnIdentifier = extIdpConnIdentifier,
            Connection = SignInByMobileConnection.Alipay,
            AlipayPayload = new SignInByAlipayPayloadDto { Code = code },
            Options = options,
            ClientId = clientId,
            ClientSecret = clientSecret,
        };
        return SignInByMobileAsync(body, requestOptions, cancellationToken);
    }
}
