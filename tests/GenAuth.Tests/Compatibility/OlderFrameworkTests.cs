using GenAuth.Models;
using GenAuth.Testing;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Compatibility;

/// <summary>
/// The builds for older frameworks, really run: their source differs where the platform does, and an application of this
/// framework would never load them.
/// </summary>
[Trait("Category", "Extended")]
public sealed class OlderFrameworkTests
{
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task A_call_gets_its_answer(string framework)
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
    public async Task A_refusal_is_an_exception_of_its_kind(string framework)
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
    public async Task An_answer_over_the_limit_is_not_read(string framework)
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
