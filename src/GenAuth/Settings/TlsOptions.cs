using System.Security.Cryptography.X509Certificates;

namespace GenAuth;

/// <summary>
/// Additional certificate authorities and a client certificate. Without settings too, the server's certificate and host name are
/// validated, and TLS 1.2 is the oldest version.
/// </summary>
/// <remarks>
/// A client with such settings does not share connections with other clients. Do not dispose the certificates while the client is used.
/// Certificates are set in code; <see cref="DangerousAcceptAnyServerCertificate"/> can also be set in configuration.
/// </remarks>
public sealed class TlsOptions
{
    /// <summary>
    /// Root certificates that are trusted in addition to those of the machine, for a service whose certificate was issued by a private
    /// authority. Host name, validity period and key usage of the server's certificate are still validated. Default: empty.
    /// </summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>
    /// The certificate, with its private key, that the client sends to a server that requests one. Default: <see langword="null"/>,
    /// none.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// Accepts every server certificate, so that anyone on the network between this program and the service can read and change
    /// everything, secrets included. Use it on a development machine only; add a private authority to
    /// <see cref="CertificateAuthorities"/> instead. Default: <see langword="false"/>.
    /// </summary>
    public bool DangerousAcceptAnyServerCertificate { get; set; }

    /// <summary>True if the client can use the connections that all clients share.</summary>
    internal bool IsDefault => CertificateAuthorities.Count == 0 && ClientCertificate is null && !DangerousAcceptAnyServerCertificate;

    /// <summary>True if other settings have the same certificates.</summary>
    internal bool IsSame(TlsOptions other) => DangerousAcceptAnyServerCertificate == other.DangerousAcceptAnyServerCertificate
        && ClientCertificate?.Thumbprint == other.ClientCertificate?.Thumbprint
        && Thumbprints(CertificateAuthorities).SequenceEqual(Thumbprints(other.CertificateAuthorities));

    /// <summary>The type's name only.</summary>
    public override string ToString() => nameof(TlsOptions);

    internal static IEnumerable<string?> Problems(TlsOptions? options, string setting, bool isBrowser = false) => options is null
        ? [$"{setting} is null. Leave the default to trust the authorities of the machine."]
        : isBrowser ? [options.IsDefault ? null : $"{setting} is set, but a browser decides about TLS itself. Leave it as it is."]
        :
        [
            .. options.CertificateAuthorities.Cast<X509Certificate2>().Select(authority => AuthorityProblem(authority, $"{setting}.{nameof(CertificateAuthorities)}")).Distinct(),
            ClientCertificateProblem(options.ClientCertificate, $"{setting}.{nameof(ClientCertificate)}"),
        ];

    internal TlsOptions Copy()
    {
        var copy = new TlsOptions { ClientCertificate = ClientCertificate, DangerousAcceptAnyServerCertificate = DangerousAcceptAnyServerCertificate };
        copy.CertificateAuthorities.AddRange(CertificateAuthorities);
        return copy;
    }

    /// <summary>The handler of the caller's HttpClient decides about TLS, so settings would have no effect.</summary>
    /// <exception cref="ArgumentException">There are settings.</exception>
    internal void ThrowBesideOwnHttpClient(string parameterName)
    {
        if (!IsDefault)
        {
            throw new ArgumentException(
                "Tls is set, but an HttpClient of your own decides about TLS in its own handler. Set it there, or leave the HttpClient out.", parameterName);
        }
    }

    private static IEnumerable<string> Thumbprints(X509Certificate2Collection certificates) => certificates.Cast<X509Certificate2>().Select(static one => one.Thumbprint);

    // A certificate without a handle was disposed.
    private static string? AuthorityProblem(X509Certificate2 authority, string setting) =>
        authority.Handle == IntPtr.Zero ? $"{setting} holds a certificate that was disposed. Keep it for as long as the client is used."
        : !authority.SubjectName.RawData.SequenceEqual(authority.IssuerName.RawData)
            ? $"{setting} holds a certificate that another one issued. Add the root at the end of its chain instead; the server sends the intermediate certificates."
            : null;

    private static string? ClientCertificateProblem(X509Certificate2? certificate, string setting) =>
        certificate is null ? null
        : certificate.Handle == IntPtr.Zero ? $"{setting} was disposed. Keep it for as long as the client is used."
        : !certificate.HasPrivateKey ? $"{setting} has no private key. Load it together with its key, for example from a PKCS #12 file."
        : null;
}
