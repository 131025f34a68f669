using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenAuth.Tests.Shared;

/// <summary>A certificate authority that no machine knows.</summary>
internal sealed class TestAuthority : IDisposable
{
    public const string ForServers = "1.3.6.1.5.5.7.3.1";
    public const string ForClients = "1.3.6.1.5.5.7.3.2";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <param name="name">Two authorities of one name differ in their key alone.</param>
    public TestAuthority(string name = "CN=Authority of a test")
    {
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        Root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-30), DateTimeOffset.UtcNow.AddDays(30));
    }

    /// <summary>The root certificate.</summary>
    public X509Certificate2 Root { get; }

    /// <param name="host">The subject: an IP address or a host name.</param>
    /// <param name="use">The extended key usage.</param>
    /// <param name="lastDay">The expiry in days from now.</param>
    public X509Certificate2 Issue(string host = "127.0.0.1", string use = ForServers, int lastDay = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(host, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], critical: false));
        using var issued = request.Create(Root, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(lastDay), RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);

        // Windows accepts only a key that has been stored.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), password: null);
    }

    public void Dispose()
    {
        Root.Dispose();
        _key.Dispose();
    }
}
