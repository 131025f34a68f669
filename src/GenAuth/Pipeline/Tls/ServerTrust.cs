using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenAuth.Pipeline.Tls;

/// <summary>Decides about a server's certificate where the platform's decision is not the last.</summary>
internal static class ServerTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>What is asked after the platform has decided, or <see langword="null"/> when its decision stands.</summary>
    public static RemoteCertificateValidationCallback? Of(TlsOptions tls)
    {
        if (tls.DangerousAcceptAnyServerCertificate)
        {
#pragma warning disable CA5359 // It is what the setting says, in its name; by default nobody comes here.
            return static (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        // That the chain ends in no root of the machine's is the only thing that an authority of the caller's own can mend.
        return tls.CertificateAuthorities.Count == 0 ? null : (_, certificate, chain, errors) =>
            errors == SslPolicyErrors.None
            || (errors == SslPolicyErrors.RemoteCertificateChainErrors && EndsIn(tls.CertificateAuthorities, (X509Certificate2)certificate!, chain!));
    }

    /// <summary>Builds the chain once more by the platform's rules, with other roots. It holds already what the server sent.</summary>
    private static bool EndsIn(X509Certificate2Collection roots, X509Certificate2 certificate, X509Chain chain)
    {
        var policy = chain.ChainPolicy;
        if (policy.ApplicationPolicy.Count == 0)
        {
            policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        }

#if NETSTANDARD2_0
        // This framework cannot be told of other roots. It is told not to mind the root, which is then looked at here; by its
        // bytes, because certificates count as equal when they merely name the same issuer and number.
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
