using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.Cas;

/// <summary>The CAS provider of the application.</summary>
internal sealed class CasEndpoint(OpenIdConnectSettings settings, ProtocolCalls calls)
{
    private const string Operation = "validateCasTicket";

    private readonly string _path = "/cas-idp/" + Uri.EscapeDataString(settings.AppId);

    public Uri CreateSignInUri(string service, CasSignInMode mode)
    {
        var query = new QueryString();
        query.Add("service", CheckService(service));
        query.Add("renew", mode == CasSignInMode.Renew ? "true" : null);
        query.Add("gateway", mode == CasSignInMode.Gateway ? "true" : null);
        return Format("/login", query);
    }

    public Uri CreateSignOutUri(string? service)
    {
        var query = new QueryString();
        query.Add("service", service is null ? null : CheckService(service));
        return Format("/logout", query);
    }

    /// <summary>A ticket is valid once, so the request is never retried.</summary>
    public Task<CasUser> ValidateTicketAsync(string ticket, string service, CasResponseFormat format, CancellationToken cancellationToken)
    {
        Throw.IfBlank(ticket, nameof(ticket), "Pass the ticket of the callback.");
        var request = new ApiRequest(Operation, HttpMethod.Get, _path + (format == CasResponseFormat.Text ? "/validate" : "/serviceValidate"))
        {
            HidesQuery = true,
            RetrySafety = RetrySafety.Never,
            ReadResponse = (operation, response) => Read(operation, response, format),
        };
        request.Query.Add("service", CheckService(service));
        request.Query.Add("ticket", ticket);

        // The service's default is XML, so JSON is asked for too.
        request.Query.Add("format", format switch { CasResponseFormat.Json => "JSON", CasResponseFormat.Xml => "XML", _ => null });
        return calls.SendAsync<CasUser>(request, null, cancellationToken);
    }

    private static CasUser Read(string operation, ApiResponse response, CasResponseFormat format)
    {
        var result = CasResponse.Parse(ProtocolResponse.ReadText(operation, response), format)
            ?? throw response.CreateException(operation, GenAuthResponseProblem.WrongType,
                $"the body is not a CAS response in the format {format}. Check AppHost, and that the CAS provider of the application is turned on in the console.");
        return result.User ?? throw new GenAuthCasException(operation, result.Code!, result.Description);
    }

    private static string CheckService(string service) => Uri.TryCreate(service, UriKind.Absolute, out _)
        ? service
        : throw new ArgumentException("service is not an absolute address. Copy the sign-in callback URL from the application's settings in the console.", nameof(service));

    private Uri Format(string path, QueryString query) => new(query.FormatAddress(settings.Transport.Origin, _path + path));
}
