using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.OpenIdConnect.Validation;

namespace GenAuth.OpenIdConnect.SignIn;

/// <summary>Checks that a callback belongs to a sign-in, before its code is used.</summary>
internal static class CallbackCheck
{
    /// <summary>Returns the code.</summary>
    /// <exception cref="GenAuthCallbackException">The callback does not belong to the sign-in.</exception>
    /// <exception cref="GenAuthOAuthException">The callback states an error.</exception>
    public static string GetCode(string operation, OpenIdConnectSettings settings, AuthorizationRequest request, AuthorizationCallback callback)
    {
        if (request.ClientId != settings.AppId)
        {
            throw new GenAuthCallbackException(CallbackProblem.OtherApplication, "the sign-in was started by another application. Complete it with the client that started it.");
        }

        if (!SecretText.AreEqual(callback.State, request.State))
        {
            throw new GenAuthCallbackException(CallbackProblem.WrongState, "its state is missing or not that of this sign-in. Start a new sign-in in the same browser.");
        }

        // RFC 9207. The service does not send it; another provider that does must be the expected one.
        if (callback.Find("iss") is { } issuer && settings.IsOpenIdConnect && issuer != settings.Issuer)
        {
            throw new GenAuthCallbackException(CallbackProblem.WrongIssuer, "it comes from another provider than the one that the sign-in was started at.");
        }

        if (callback.Error is { } error)
        {
            throw new OAuthError(error, callback.Find("error_description"), callback.Find("error_uri")).CreateException(operation);
        }

        return callback.Code is { Length: > 0 } code ? code : throw new GenAuthCallbackException(CallbackProblem.MissingCode, "it has neither a code nor an error.");
    }
}
