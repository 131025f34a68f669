using System.Text;
using GenAuth.Testing.Service;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Testing.Server;

/// <summary>Passes HTTP requests to the service, and writes its responses.</summary>
internal sealed class TenantApplication(TenantService service) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var response = await HandleAsync(context).ConfigureAwait(false);
        var target = context.Response;
        target.StatusCode = (int)response.HttpStatusCode;
        target.ContentType = response.ContentType;
        target.ContentLength = response.Body.Length;
        foreach (var (name, value) in response.Headers)
        {
            target.Headers.Append(name, value);
        }

        await target.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The context has nothing to dispose, and the server reports exceptions itself.
    }

    /// <summary>Returns an envelope for exceptions too, so that a client never receives an empty body.</summary>
    private async Task<TenantResponse> HandleAsync(HttpContext context)
    {
        try
        {
            return service.Handle(await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false));
        }
        catch (BadHttpRequestException exception)
        {
            return TenantResponse.InvalidHttp(exception.StatusCode);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            return TenantResponse.InternalError(exception);
        }
    }

    private static async Task<GenAuthTenantRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var body = await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = request.QueryString.Value ?? string.Empty;
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A client that uses a proxy sends the complete address instead of the path.
        var rawPath = target.StartsWith('/') ? target.Split('?')[0] : request.Path.ToUriComponent();
        return new(request.Method, request.Path.Value ?? string.Empty, rawPath, query.TrimStart('?'), headers.AsReadOnly(), body);
    }
}
