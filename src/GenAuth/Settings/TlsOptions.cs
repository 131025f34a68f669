using System.Security.Cryptography.X509Certificates;

namespace GenAuth;

/// <summary>
/// Whom a client trusts and how it proves itself, below HTTP. What is always on needs no setting: the server's certificate and
/// host name are checked, and nothing older than TLS 1.2 is spoken.
/// </summary>
/// <remarks>
/// A client with settings of its own has connections of its own. The certificates stay yours: keep them undisposed for as long
/// as the client is used. They come from code; <see cref="DangerousAcceptAnyServerCertificate"/> may come from configuration too.
/// </remarks>
public sealed class TlsOptions
{
    /// <summary>
    /// Root certificates that are trusted besides the machine's own, for a service whose certificate a private authority
    /// issued. They replace nothing, and they excuse nothing: host name, time and use of the server's certificate are checked
    /// all the same. Default: empty.
    /// </summary>
    public X509Certificate2Collection CertificateAuthorities { get; } = [];

    /// <summary>
    /// The certificate, with its private key, that this client shows to a server that asks for one. Default:
    /// <see langword="null"/>, none.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>
    /// Takes whatever certificate the server shows, of whomever and for whichever host. Whoever stands between this program
    /// and the service can then read and change everything, secrets included. For a try on one's own machine, never for
    /// production; a private authority belongs into <see cref="CertificateAuthorities"/>. Default: <see langword="false"/>.
    /// </summary>
    public bool DangerousAcceptAnyServerCertificate { get; set; }

    /// <summary>Whether the connections that all clients share will do.</summary>
    internal bool IsDefault => CertificateAuthorities.Count == 0 && ClientCertificate is null && !DangerousAcceptAnyServerCertificate;

    /// <summary>Whether other settings trust and show the same certificates.</summary>
    internal bool IsSame(TlsOptions other) => DangerousAcceptAnyServerCertificate == other.DangerousAcceptAnyServerCertificate
        && ClientCertificate?.Thumbprint == other.ClientCertificate?.Thumbprint
        && Thumbprints(CertificateAuthorities).SequenceEqual(Thumbprints(other.CertificateAuthorities));

    /// <summary>The type's name only.</summary>
    public override string ToString() => nameof(TlsOptions);

    internal static IEnumerable<string?> Problems(TlsOptions? options, string setting, bool isBrowser = false) => options is null
        ? [$"{setting} is null. Leave it as it is to trust whom the machine trusts."]
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

    /// <summary>An HttpClient of the caller's own has its connections already. Passed over in silence, a setting would seem to be in force.</summary>
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
            ? $"{setting} holds a certificate that another one issued. Add the root at the end of its chain instead; the server sends those between."
            : null;

    private static string? ClientCertificateProblem(X509Certificate2? certificate, string setting) =>
        certificate is null ? null
        : certificate.Handle == IntPtr.Zero ? $"{setting} was disposed. Keep it for as long as the client is used."
        : !certificate.HasPrivateKey ? $"{setting} has no private key. Load it together with its key, for example from a PKCS #12 file."
        : null;
}
