using System.Net.Http.Headers;
using System.Text;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantCredentialTests
{
    public enum Sent
    {
        Nothing,
        IdInBody,
        Body,
        WrongBody,
        Header,
        WrongHeader,
        FormEncodedHeader,
        BodyAndHeader,
        UserToken,
    }

    // A secret that form encoding changes, so that an encoded header differs from a plain one.
    private const string Secret = "p+s/w=d%26&";

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task A_client_of_the_tenant_proves_itself_as_the_tenant_demands(TokenEndpointAuthMethod method)
    {
        await using var tenant = await StartAsync(method);

        var login = await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());

        Assert.Equal(200, login.StatusCode);
        Assert.Equal(method == TokenEndpointAuthMethod.None, tenant.CreateOptions().AppSecret is null);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, TokenEndpointAuthMethod.None)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, TokenEndpointAuthMethod.None)]
    [InlineData(TokenEndpointAuthMethod.None, TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.None, TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task A_client_with_another_method_is_unauthorized(TokenEndpointAuthMethod ofTenant, TokenEndpointAuthMethod ofClient)
    {
        await using var tenant = await StartAsync(ofTenant);
        var client = tenant.CreateClient(options =>
        {
            options.AppSecret = tenant.AppSecret;
            options.TokenEndpointAuthMethod = ofClient;
        });

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(
            () => client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode()));
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task A_client_with_a_wrong_secret_is_unauthorized(TokenEndpointAuthMethod method)
    {
        await using var tenant = await StartAsync(method);
        var client = tenant.CreateClient(options => options.AppSecret = "wrong");

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(
            () => client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode()));
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.Body, true)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.Nothing, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.IdInBody, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.WrongBody, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.Header, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.BodyAndHeader, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost, Sent.UserToken, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.Header, true)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.Nothing, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.WrongHeader, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.FormEncodedHeader, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.Body, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.BodyAndHeader, false)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic, Sent.UserToken, false)]
    [InlineData(TokenEndpointAuthMethod.None, Sent.Nothing, true)]
    [InlineData(TokenEndpointAuthMethod.None, Sent.IdInBody, true)]
    [InlineData(TokenEndpointAuthMethod.None, Sent.UserToken, true)]
    [InlineData(TokenEndpointAuthMethod.None, Sent.Body, false)]
    [InlineData(TokenEndpointAuthMethod.None, Sent.Header, false)]
    public async Task Credentials_count_only_where_the_method_puts_them(TokenEndpointAuthMethod method, Sent sent, bool accepted)
    {
        await using var tenant = await StartAsync(method);
        var client = new PlainClient(tenant) { Authorization = HeaderOf(tenant, sent) };
        var body = client.SignInBody();
        body["client_id"] = sent is Sent.Body or Sent.WrongBody or Sent.IdInBody or Sent.BodyAndHeader ? tenant.AppId : null;
        body["client_secret"] = sent switch { Sent.Body or Sent.BodyAndHeader => Secret, Sent.WrongBody => "wrong", _ => null };

        var envelope = await client.SignInAsync(body);

        Assert.Equal(accepted ? 200 : 401, envelope.StatusCode());
        Assert.DoesNotContain(Secret, envelope.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_application_may_not_name_another()
    {
        await using var tenant = await StartAsync(TokenEndpointAuthMethod.None);
        var client = new PlainClient(tenant);
        var body = client.SignInBody();
        body["client_id"] = "another";

        Assert.Equal(401, (await client.SignInAsync(body)).StatusCode());
    }

    [Fact]
    public async Task The_parameter_string_needs_no_credentials()
    {
        await using var tenant = await StartAsync(TokenEndpointAuthMethod.ClientSecretBasic);

        Assert.Equal(200, (await new PlainClient(tenant).GetAuthInfoAsync()).StatusCode());
    }

    private static Task<GenAuthTenant> StartAsync(TokenEndpointAuthMethod method) =>
        GenAuthTenant.StartAsync(new() { AppSecret = Secret, TokenEndpointAuthMethod = method });

    private static AuthenticationHeaderValue? HeaderOf(GenAuthTenant tenant, Sent sent) => sent switch
    {
        Sent.Header or Sent.BodyAndHeader => Basic(tenant.AppId + ":" + Secret),
        Sent.FormEncodedHeader => Basic(tenant.AppId + ":" + Uri.EscapeDataString(Secret)),
        Sent.WrongHeader => Basic(tenant.AppId + ":wrong"),
        Sent.UserToken => new AuthenticationHeaderValue("Bearer", "some-token"),
        _ => null,
    };

    private static AuthenticationHeaderValue Basic(string credentials) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
}
