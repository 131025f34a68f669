using System.Security.Cryptography;
using System.Text;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantAuthInfoTests
{
    [Theory]
    [InlineData(AlipaySignType.Rsa2, "RSA2")]
    [InlineData(AlipaySignType.Rsa, "RSA")]
    public async Task The_parameter_string_is_really_signed(AlipaySignType signType, string name)
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { AlipaySignType = signType });

        var response = await tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        var authInfo = AlipayAuthInfo.Parse(response.Data.AuthInfo);
        using var key = tenant.CreateAlipayPublicKey();
        using var anotherKey = RSA.Create(2048);
        Assert.Equal(name, authInfo.SignType);
        Assert.Equal(2048, key.KeySize);
        Assert.True(authInfo.VerifySignature(key, signType).IsValid);
        Assert.Equal(AlipaySignatureFailure.Mismatch, authInfo.VerifySignature(anotherKey, signType).Reason);
    }

    [Fact]
    public async Task The_signature_covers_the_text_before_it_as_it_stands()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var text = (string)(await new PlainClient(tenant).GetAuthInfoAsync()).Data()["authInfo"]!;

        var parts = text.Split("&sign=");
        Assert.Equal(2, parts.Length);
        Assert.Equal(344, Uri.UnescapeDataString(parts[1]).Length);
        Assert.DoesNotContain('+', parts[1]);
        using var key = tenant.CreateAlipayPublicKey();
        Assert.True(key.VerifyData(
            Encoding.UTF8.GetBytes(parts[0]), Convert.FromBase64String(Uri.UnescapeDataString(parts[1])), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task A_changed_string_no_longer_verifies()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var response = await tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection);
        using var key = tenant.CreateAlipayPublicKey();

        var changed = AlipayAuthInfo.Parse(response.Data.AuthInfo.Replace("pid=2088", "pid=2089", StringComparison.Ordinal));

        Assert.False(changed.VerifySignature(key).IsValid);
    }

    [Fact]
    public async Task The_fields_are_the_documented_ones_in_the_order_of_their_names()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var text = (string)(await new PlainClient(tenant).GetAuthInfoAsync()).Data()["authInfo"]!;

        string[] names = ["apiname", "app_id", "app_name", "auth_type", "biz_type", "method", "pid", "product_id", "scope", "sign_type", "target_id", "sign"];
        Assert.Equal(names, text.Split('&').Select(field => field.Split('=')[0]));
        Assert.Matches("^2088[0-9]{12}$", AlipayAuthInfo.Parse(text).Pid);
        Assert.Matches("^[0-9]{16}$", AlipayAuthInfo.Parse(text).AppId);
        Assert.Matches("^[0-9a-f]{32}$", AlipayAuthInfo.Parse(text).TargetId);
    }

    [Fact]
    public async Task Every_string_has_its_own_target()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();

        var first = await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);
        var second = await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        Assert.NotEqual(AlipayAuthInfo.Parse(first.Data.AuthInfo).TargetId, AlipayAuthInfo.Parse(second.Data.AuthInfo).TargetId);
        Assert.NotEqual(first.RequestId, second.RequestId);
    }

    [Fact]
    public async Task A_response_has_the_documented_members()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var envelope = await new PlainClient(tenant).GetAuthInfoAsync();

        Assert.Equal(["statusCode", "message", "requestId", "data"], envelope.Select(member => member.Key));
        Assert.Equal(200, envelope.StatusCode());
        Assert.Equal("authInfo", Assert.Single(envelope.Data()).Key);
    }

    [Fact]
    public async Task An_unknown_connection_is_not_found()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => tenant.CreateClient().GetAlipayAuthInfoAsync("another-connection"));

        Assert.Equal(404, exception.StatusCode);
        Assert.Null(exception.ApiCode);
        Assert.Contains("extIdpConnidentifier", exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?extIdpConnidentifier=")]
    [InlineData("?extIdpConnIdentifier=my-alipay-connection")]
    [InlineData("?extidpconnidentifier=my-alipay-connection")]
    public async Task A_missing_or_misspelt_parameter_is_an_invalid_argument(string query)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var envelope = await new PlainClient(tenant).SendAsync(HttpMethod.Get, PlainClient.AuthInfoPath + query);

        Assert.Equal(400, envelope.StatusCode());
    }

    [Fact]
    public async Task A_connection_may_have_any_characters()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { AlipayConnection = "支付宝 & co+1/%" });

        var response = await tenant.CreateClient().GetAlipayAuthInfoAsync("支付宝 & co+1/%");

        Assert.StartsWith("apiname=", response.Data.AuthInfo, StringComparison.Ordinal);
    }
}
