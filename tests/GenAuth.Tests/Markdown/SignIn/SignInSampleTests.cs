using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Tests.Markdown.SignIn;

/// <summary>Runs the block of docs/migrating-from-authing.md that signs users in to a web application.</summary>
public sealed class SignInSampleTests
{
    private static readonly Lazy<MethodInfo> Sample = new(() =>
    {
        var block = MarkdownFile.All.Single(file => file.Name == MigrationTable.FileName).Blocks("csharp")
            .Single(block => block.Text.Contains("AddGenAuthSignIn", StringComparison.Ordinal));
        return BlockCompiler.Load(block).GetType("SignInExtensions", throwOnError: true)!.GetMethod("AddGenAuthSignIn")!;
    });

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha256)]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    public async Task Sample_signs_a_user_in_and_gets_a_refresh_token(string algorithm)
    {
        await using var provider = await OpenIdProvider.StartAsync(algorithm);
        await using var application = await StartAsync(services =>
            Sample.Value.Invoke(null, [services, provider.Address, OpenIdProvider.AppId, OpenIdProvider.AppSecret, algorithm]));

        Assert.Equal("user-1 with a refresh token", await SignInAsync(application));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.HmacSha256, SecurityAlgorithms.RsaSha256, "IDX105")]
    // The platform's handler hides the reason: it throws another exception while it validates the token.
    [InlineData(SecurityAlgorithms.RsaSha256, SecurityAlgorithms.HmacSha256, "OpenIdConnectHandler.ValidateToken")]
    public async Task Sample_refuses_a_token_of_another_algorithm(string actual, string expected, string failure)
    {
        await using var provider = await OpenIdProvider.StartAsync(actual);
        await using var application = await StartAsync(services =>
            Sample.Value.Invoke(null, [services, provider.Address, OpenIdProvider.AppId, OpenIdProvider.AppSecret, expected]));

        var page = await SignInAsync(application);
        Assert.Contains(failure, page, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenIdProvider.UserId, page, StringComparison.Ordinal);
    }

    // The sample sets the key because the default algorithm of the service fails without it.
    [Fact]
    public async Task Handler_without_the_key_fails_with_the_error_that_the_document_names()
    {
        await using var provider = await OpenIdProvider.StartAsync(SecurityAlgorithms.HmacSha256);
        await using var application = await StartAsync(services => services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = "Cookies";
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(options =>
            {
                options.Authority = provider.Address + "/oidc";
                options.ClientId = OpenIdProvider.AppId;
                options.ClientSecret = OpenIdProvider.AppSecret;
                options.ResponseType = "code";
            }));

        Assert.Contains("IDX10517", await SignInAsync(application), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection> addSignIn)
    {
        var application = LoopbackApplication.Create(builder =>
        {
            addSignIn(builder.Services);

            // Only TLS differs from the sample.
            builder.Services.ConfigureAll<OpenIdConnectOptions>(options =>
            {
                options.RequireHttpsMetadata = false;
                options.ResponseMode = "query";
                options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
                options.Events.OnRemoteFailure = async context =>
                {
                    context.HandleResponse();
                    await context.Response.WriteAsync(context.Failure!.ToString());
                };
            });
        });
        application.UseAuthentication();
        application.MapGet("/", async (HttpContext context) =>
        {
            if (context.User.Identity?.IsAuthenticated != true)
            {
                return Results.Challenge(new AuthenticationProperties { RedirectUri = "/" });
            }

            var refresh = await context.GetTokenAsync("refresh_token");
            return Results.Text($"{context.User.FindFirst("sub")?.Value} with{(refresh == "refresh" ? "" : "out")} a refresh token");
        });
        await application.StartAsync();
        return application;
    }

    private static async Task<string> SignInAsync(WebApplication application)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() });
        return await browser.GetStringAsync(application.Urls.Single());
    }
}
