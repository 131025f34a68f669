using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Browser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>What a native application does: it opens the browser, and listens on a free port of this machine for its return.</summary>
internal sealed class LoopbackBrowser : IBrowser, IAsyncDisposable
{
    private readonly WebApplication _listener;
    private readonly Browser _browser = new();
    private readonly TaskCompletionSource<string> _callback = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LoopbackBrowser(WebApplication listener) => _listener = listener;

    public string CallbackUri => _listener.Urls.Single() + "/callback";

    public static async Task<LoopbackBrowser> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var browser = new LoopbackBrowser(builder.Build());
        browser._listener.MapGet("/callback", (HttpContext context) =>
        {
            browser._callback.TrySetResult(context.Request.GetEncodedUrl());
            return "Return to the application.";
        });
        await browser._listener.StartAsync();
        return browser;
    }

    /// <summary>A client that uses this browser.</summary>
    public OidcClient CreateClient(string authority, string clientId, string secret, TokenEndpointAuthMethod method, string algorithm) => new(new OidcClientOptions
    {
        Authority = authority,
        ClientId = clientId,
        ClientSecret = method == TokenEndpointAuthMethod.None ? null : secret,
        TokenClientCredentialStyle = method == TokenEndpointAuthMethod.ClientSecretBasic ? ClientCredentialStyle.AuthorizationHeader : ClientCredentialStyle.PostBody,
        Scope = "openid profile email offline_access",
        RedirectUri = CallbackUri,
        Browser = this,
        IdentityTokenValidator = new TokenValidator(algorithm == "HS256" ? secret : null),
        BackchannelHandler = new SocketsHttpHandler { UseProxy = false },
        // Longer than the default of 30 seconds, because the machine that runs the tests may be busy.
        BackchannelTimeout = TimeSpan.FromMinutes(5),
        LoadProfile = true,
        Policy = new Policy { RequireAccessTokenHash = true, RequireIdentityTokenSignature = true, ValidSignatureAlgorithms = { algorithm } },
    });

    public async Task<BrowserResult> InvokeAsync(BrowserOptions options, CancellationToken cancellationToken = default)
    {
        var page = await _browser.OpenAsync(options.StartUrl);
        if (page.Text.Contains("type=\"password\"", StringComparison.Ordinal))
        {
            await _browser.SignInAsync(page, "ada", Tenants.Password);
        }

        return new() { ResultType = BrowserResultType.Success, Response = await _callback.Task.WaitAsync(cancellationToken) };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _listener.DisposeAsync();
    }
}
