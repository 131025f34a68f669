using GenAuth.Models;
using GenAuth.Testing;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Compatibility;

/// <summary>
/// Runs the builds for older frameworks: their source differs where the platform does, and an application of this
/// framework never loads them.
/// </summary>
[Trait("Category", "Extended")]
public sealed class OlderFrameworkTests
{
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Call_returns_its_response(string framework)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var client = CreateClient(framework, tenant);
        var response = await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        using var key = tenant.CreateAlipayPublicKey();
        Assert.True(AlipayAuthInfo.Parse((string)response.Data.AuthInfo).VerifySignature(key).IsValid);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task A_sign_in_sends_its_body(string framework)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var client = CreateClient(framework, tenant);
        var login = await client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());

        Assert.Equal("Bearer", (string)login.Data.TokenType);
        Assert.Equal(7200L, (long)login.Data.ExpireIn);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Error_is_the_exception_of_its_status(string framework)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(403, ApiCode.InvalidCredentials);

        var client = CreateClient(framework, tenant);
        var exception = await Record.ExceptionAsync(async () => await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection));

        Assert.Equal(nameof(GenAuthForbiddenException), exception?.GetType().Name);
        Assert.Contains("apiCode 2333 (InvalidCredentials)", exception?.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task A_response_over_the_limit_is_not_read(string framework)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var client = CreateClient(framework, tenant, maxResponseBytes: 10);
        var exception = await Record.ExceptionAsync(async () => await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection));

        Assert.Equal(nameof(GenAuthInvalidResponseException), exception?.GetType().Name);
        Assert.Contains("MaxResponseBytes", exception?.Message, StringComparison.Ordinal);
    }

    private static dynamic CreateClient(string framework, GenAuthTenant tenant, long maxResponseBytes = 1_000_000)
    {
        var library = BuiltLibrary.Load("GenAuth", framework);
        dynamic options = Activator.CreateInstance(library.GetType("GenAuth.AuthenticationClientOptions", throwOnError: true)!)!;
        options.AppHost = tenant.AppHost;
        options.AppId = tenant.AppId;
        options.AppSecret = tenant.AppSecret;
        options.MaxResponseBytes = maxResponseBytes;
        return Activator.CreateInstance(library.GetType("GenAuth.AuthenticationClient", throwOnError: true)!, (object)options)!;
    }
}
