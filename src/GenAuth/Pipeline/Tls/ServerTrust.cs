using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenAuth.Pipeline.Tls;

/// <summary>Validates server certificates for clients with TLS settings.</summary>
internal static class ServerTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>The callback that follows the platform's validation, or <see langword="null"/> if the platform's result is final.</summary>
    public static RemoteCertificateValidationCallback? CreateCallback(TlsOptions tls)
    {
        if (tls.DangerousAcceptAnyServerCertificate)
        {
#pragma warning disable CA5359 // The name of the setting states the danger, and it is off by default.
            return static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        // A custom root excuses an untrusted root only; name and expiry are still checked.
        return tls.CertificateAuthorities.Count == 0 ? null : (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && EndsIn(tls.CertificateAuthorities, (X509Certificate2)certificate!, chain!));
    }

    /// <summary>Builds the chain again by the platform's rules with other roots. The chain already contains the server's intermediate certificates.</summary>
    private static bool EndsIn(X509Certificate2Collection roots, X509Certificate2 certificate, X509Chain chain)
    {
        var policy = chain.ChainPolicy;
        if (policy.ApplicationPolicy.Count == 0)
        {
            policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        }

#if NETSTANDARD2_0
        // .NET Framework has no custom root trust, so the root is excluded from the validation and compared here. The bytes are
        // compared, because Equals compares only issuer and serial number.
        policy.ExtraStore.AddRange(roots);
        policy.VerificationFlags |= X509VerificationFlags.AllowUnknownCertificateAuthority;
        return chain.Build(certificate)
            && roots.Cast<X509Certificate2>().Any(root => root.RawData.SequenceEqual(chain.ChainElements[chain.ChainElements.Count - 1].Certificate.RawData));
#else
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(roots);
        return chain.Build(certificate);
#endif
    }
}
