using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.OpenIdConnect.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Permissions.Support;

/// <summary>An API whose endpoints require permissions.</summary>
internal static class PermissionApp
{
    public static Task<ApiApp> StartAsync(PermissionService service, FakeTimeProvider? clock = null, Action<GenAuthPermissionOptions>? configure = null) => ApiApp.StartAsync(
        services =>
        {
            services.AddSingleton<TimeProvider>(clock ?? new FakeTimeProvider(TestTokens.Now));
            services.AddGenAuthApi(options =>
            {
                (options.AppHost, options.AppId, options.AppSecret) = (service.Host, TestTokens.AppId, TestTokens.Secret);
                options.Retry.MaxRetries = 0;
            });
            services.AddGenAuthManagement(options =>
            {
                (options.Host, options.AccessKeyId, options.AccessKeySecret) = (service.Host, "key", "secret");
                options.Retry.MaxRetries = 0;
            });
            services.AddGenAuthPermissions(options =>
            {
                options.Namespace = PermissionService.Namespace;
                configure?.Invoke(options);
            });
            services.AddAuthorizationBuilder().AddPolicy("editor", static policy => policy.RequireGenAuthPermission("book", "write"));
        },
        static app =>
        {
            app.MapGet("/book", () => "book").RequireGenAuthPermission("book", "read");
            app.MapGet("/both", [RequireGenAuthPermission("book", "read"), RequireGenAuthPermission("shelf", "read")] () => "both");
            app.MapGet("/two-actions", () => "two").RequireGenAuthPermission("book", "read").RequireGenAuthPermission("book", "write");
            app.MapGet("/policy", () => "policy").RequireAuthorization("editor");
        });

    /// <summary>A token of a user.</summary>
    public static string CreateToken(PermissionService service, string user = "user-1")
    {
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["sub"] = user;
        return TestTokens.Hmac(claims);
    }
}
