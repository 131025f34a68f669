using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>Changes the responses of the token endpoint on their way to a web app, as an attacker between them could.</summary>
internal sealed class Intercept(Action<JsonObject> change) : DelegatingHandler
{
    public static Action<WebApplicationBuilder> TokenResponses(Action<JsonObject> change) =>
        builder => builder.Services.AddHttpClient("GenAuth.WebApp:GenAuth").AddHttpMessageHandler(() => new Intercept(change));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath == "/oidc/token" && response.IsSuccessStatusCode)
        {
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            change(body);
            response.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return response;
    }
}
