using GenAuth.Authorization;
using GenAuth.Models;
using GenAuth.Settings;

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
        var body = new SignInByMobileDto
        {
            ExtIdpConnIdentifier = extIdpConnIdentifier,
            Connection = SignInByMobileConnection.Alipay,
            AlipayPayload = new SignInByAlipayPayloadDto { Code = code },
            Options = options,
        };
        var settings = Settings;
        if (settings.TokenEndpointAuthMethod != TokenEndpointAuthMethod.ClientSecretPost)
        {
            return SignInByMobileAsync(body, requestOptions, cancellationToken);
        }

        body.ClientId = settings.AppId;
        if (settings.ClientSecretProvider is { } provider)
        {
            return SignInByAlipayAsync(body, provider, settings.Transport, requestOptions?.Copy(), cancellationToken);
        }

        body.ClientSecret = ClientCredentials.RequireSecret(settings);
        return SignInByMobileAsync(body, requestOptions, cancellationToken);
    }

    private async Task<LoginTokenRespDto> SignInByAlipayAsync(
        SignInByMobileDto body, IClientSecretProvider provider, TransportSettings transport, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        const string operation = "Authentication_signInByMobile";
        body.ClientSecret = await CredentialProviders.WithinTimeoutAsync(
            transport, operation, token => provider.GetSecretAsync(operation, token), cancellationToken).ConfigureAwait(false);
        return await SignInByMobileAsync(body, requestOptions, cancellationToken).ConfigureAwait(false);
    }
}
