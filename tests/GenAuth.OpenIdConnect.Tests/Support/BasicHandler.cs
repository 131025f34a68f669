using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>Moves the credentials from the body to the header, which the handler has no setting for.</summary>
internal sealed class BasicHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is FormUrlEncodedContent content)
        {
            var form = QueryHelpers.ParseQuery(await content.ReadAsStringAsync(cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            var credentials = $"{form["client_id"]}:{form["client_secret"]}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
            request.Content = new FormUrlEncodedContent(form.Where(field => field.Key is not ("client_id" or "client_secret")));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
