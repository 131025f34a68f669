using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantTokenTests
{
    [Fact]
    public async Task Access_and_ID_token_are_really_signed()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256 });
        using var key = tenant.CreateTokenPublicKey();
        using var anotherKey = RSA.Create(2048);

        var tokens = await SignInAsync(tenant);

        Assert.All([tokens.AccessToken, tokens.IdToken], token =>
        {
            Assert.True(Verify(token!, key));
            Assert.False(Verify(token!, anotherKey));
            Assert.Equal("RS256", (string?)Part(token!, 0)["alg"]);
        });
        Assert.NotEqual(tokens.AccessToken, tokens.IdToken);
    }

    [Fact]
    public async Task Tokens_name_issuer_application_user_and_times()
    {
        var now = new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero);
        await using var tenant = await GenAuthTenant.StartAsync(new()
        {
            AccessTokenLifetime = TimeSpan.FromMinutes(10),
            TimeProvider = new FixedTime(now),
        });

        var tokens = await SignInAsync(tenant, "user-1");

        Assert.Equal(600, tokens.ExpireIn);
        Assert.All([tokens.AccessToken, tokens.IdToken], token =>
        {
            var claims = Part(token!, 1);
            Assert.Equal(tenant.AppHost + "/oidc", (string?)claims["iss"]);
            Assert.Equal(tenant.AppId, (string?)claims["aud"]);
            Assert.Equal("user-1", (string?)claims["sub"]);
            Assert.Equal(now.ToUnixTimeSeconds(), (long?)claims["iat"]);
            Assert.Equal(now.ToUnixTimeSeconds() + 600, (long?)claims["exp"]);
        });
    }

    [Fact]
    public async Task Codes_without_a_named_user_belong_to_different_users()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var first = await SignInAsync(tenant);
        var second = await SignInAsync(tenant);

        Assert.NotEqual((string?)Part(first.IdToken!, 1)["sub"], (string?)Part(second.IdToken!, 1)["sub"]);
    }

    [Fact]
    public async Task Two_sign_ins_of_one_user_give_different_access_tokens()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { TimeProvider = new FixedTime(DateTimeOffset.UnixEpoch) });

        Assert.NotEqual((await SignInAsync(tenant, "user-1")).AccessToken, (await SignInAsync(tenant, "user-1")).AccessToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_user_without_a_name_is_refused(string userId)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        Assert.Throws<ArgumentException>(() => tenant.IssueAlipayCode(userId));
    }

    private static async Task<LoginTokenResponseDataDto> SignInAsync(GenAuthTenant tenant, string? userId = null) =>
        (await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode(userId))).Data;

    private static JsonObject Part(string token, int index) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[index]))!.AsObject();

    private static bool Verify(string token, RSA key)
    {
        var end = token.LastIndexOf('.');
        return key.VerifyData(
            Encoding.ASCII.GetBytes(token[..end]), Base64Url.DecodeFromChars(token.AsSpan(end + 1)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
