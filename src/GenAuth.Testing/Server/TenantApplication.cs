using System.Text;
using GenAuth.Testing.Service;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Testing.Server;

/// <summary>Carries requests to the service and its answers back.</summary>
internal sealed class TenantApplication(TenantService service) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        var answer = service.Answer(await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false));
        var response = context.Response;
        var body = answer.ToJson();
        response.StatusCode = (int)answer.HttpStatusCode;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (answer.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait;
        }

        await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The context holds nothing of its own, and the server reports exceptions itself.
    }

    private static async Task<GenAuthTenantRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var body = await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = request.QueryString.Value ?? string.Empty;
        return new(request.Method, request.Path.Value ?? string.Empty, query.TrimStart('?'), headers.AsReadOnly(), body);
    }
}
