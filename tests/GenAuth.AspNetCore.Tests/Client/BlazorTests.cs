using System.Net;
using System.Security.Claims;
using GenAuth.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenAuth.AspNetCore.Tests.Client;

/// <summary>A component of Blazor Server reads the user, and calls the API for the user.</summary>
public sealed class BlazorTests
{
    [Fact]
    public async Task Component_reads_the_user_and_calls_the_api_for_the_user_while_a_page_is_rendered()
    {
        await using var tenant = await Tenants.StartAsync();
        await using var app = await WebAppHost.StartAsync(tenant, setUp: AddComponents, map: routes => routes.MapRazorComponents<ProfilePage>().AddInteractiveServerRenderMode());
        using var browser = new Browser();

        var page = await browser.SignInAsync(await browser.OpenAsync(app.Address + ProfilePage.Path), "ada", Tenants.Password);

        Assert.Equal((HttpStatusCode.OK, app.Address + ProfilePage.Path), (page.Status, page.Address.AbsoluteUri));
        Assert.Contains("<p>Ada &lt;Lovelace&gt;: Ada@example.com</p>", page.Text, StringComparison.Ordinal);
    }

    /// <summary>A circuit has the user of the request that opened it, and services of its own, but no request.</summary>
    [Fact]
    public async Task Component_in_a_circuit_calls_the_api_after_the_token_of_its_request_has_expired()
    {
        var clock = new ShiftedClock();
        ClaimsPrincipal user = null!;
        await using var tenant = await Tenants.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime) = (clock, TimeSpan.FromMinutes(10)));
        await using var app = await WebAppHost.StartAsync(
            tenant, options => options.TimeProvider = clock, AddComponents, routes => routes.MapGet("/open", (HttpContext context) =>
            {
                user = context.User;
            }).RequireAuthorization());
        using var browser = new Browser();
        await app.SignInAsync(browser);
        await browser.OpenAsync(app.Address + "/open");
        clock.Advance(TimeSpan.FromMinutes(11));

        await using var circuit = app.Services.CreateAsyncScope();
        ((IHostEnvironmentAuthenticationStateProvider)circuit.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        await using var renderer = new HtmlRenderer(circuit.ServiceProvider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ProfilePage>()).ToHtmlString());

        Assert.Contains("Ada@example.com", html, StringComparison.Ordinal);
        Assert.Equal(1, tenant.CountRefreshes());
    }

    private static void AddComponents(WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
    }

    [Route(Path)]
    [Authorize]
    public sealed class ProfilePage : ComponentBase
    {
        public const string Path = "/component";

        private string _text = "loading";

        [Inject]
        public AuthenticationStateProvider State { get; set; } = null!;

        [Inject]
        public IGenAuthUsers Users { get; set; } = null!;

        protected override async Task OnInitializedAsync()
        {
            var user = (await State.GetAuthenticationStateAsync()).User;
            var client = await Users.GetClientAsync(user);
            _text = $"{user.Identity!.Name}: {(await client.GetProfileAsync()).Data.Email}";
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "p");
            builder.AddContent(1, _text);
            builder.CloseElement();
        }
    }
}
