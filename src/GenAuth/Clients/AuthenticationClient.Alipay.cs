using GenAuth.Authorization;
using GenAuth.Models;

namespace GenAuth;

// Written by hand so that both steps of an Alipay sign-in stand together and take only what Alipay needs; the document has only the general sign-in.
public sealed partial class AuthenticationClient
{
    /// <inheritdoc/>
    public Task<GetAlipayAuthInfoRespDto> GetAlipayAuthInfoAsync(
        string extIdpConnIdentifier, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetAlipayAuthInfoCoreAsync(extIdpConnIdentifier, requestOptions, cancellationToken);

    /// <inheritdoc/>
    public Task<LoginTokenRespDto> SignInByAlipayAsync(
        string extIdpConnIdentifier,
        string code,
        SignInByMobileOptionsDto? options = null,
        RequestOptions? requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(extIdpConnIdentifier, nameof(extIdpConnIdentifier), "Pass the unique identifier of the Alipay (Mobile) connection from the console.");
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
