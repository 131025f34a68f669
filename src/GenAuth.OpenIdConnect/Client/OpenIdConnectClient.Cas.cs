namespace GenAuth.OpenIdConnect;

public sealed partial class OpenIdConnectClient
{
    /// <inheritdoc/>
    public Uri CreateCasSignInUri(string service, CasSignInMode mode = CasSignInMode.Default) => Current.Cas.CreateSignInUri(service, mode);

    /// <inheritdoc/>
    public Uri CreateCasSignOutUri(string? service = null) => Current.Cas.CreateSignOutUri(service);

    /// <inheritdoc/>
    public Task<CasUser> ValidateCasTicketAsync(
        string ticket, string service, CasResponseFormat format = CasResponseFormat.Json, CancellationToken cancellationToken = default) =>
        Current.Cas.ValidateTicketAsync(ticket, service, format, cancellationToken);
}
