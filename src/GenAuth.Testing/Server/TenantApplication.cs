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
        var answer = await AnswerAsync(context).ConfigureAwait(false);
        var response = context.Response;
        response.StatusCode = (int)answer.HttpStatusCode;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        if (answer.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait;
        }

        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // The context holds nothing of its own, and the server reports exceptions itself.
    }

    /// <summary>Whatever happens, a client that still listens gets an envelope and never an empty body.</summary>
    private async Task<TenantAnswer> AnswerAsync(HttpContext context)
    {
        try
        {
            return service.Answer(await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false));
        }
        catch (BadHttpRequestException exception)
        {
            return TenantAnswer.BadHttp(exception.StatusCode);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            return TenantAnswer.Failed(exception);
        }
    }

    private static async Task<GenAuthTenantRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var text = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var body = await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var query = request.QueryString.Value ?? string.Empty;
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

        // A proxy is sent the whole address instead of the path.
        var rawPath = target.StartsWith('/') ? target.Split('?')[0] : request.Path.ToUriComponent();
        return new(request.Method, request.Path.Value ?? string.Empty, rawPath, query.TrimStart('?'), headers.AsReadOnly(), body);
    }
}
