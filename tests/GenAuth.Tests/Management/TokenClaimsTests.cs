using System.Globalization;
using System.Text;
using GenAuth.Authorization.Token;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

public sealed class TokenClaimsTests
{
    [Theory]
    [InlineData("""{"scoped_userpool_id":"pool"}""")]
    [InlineData("""{"sub":"中é~?>","nested":{"scoped_userpool_id":"other"},"scoped_userpool_id":"pool","exp":1}""")]
    public void The_user_pool_is_read_from_the_payload(string claims) => Assert.Equal("pool", UserPoolIdOf(Token(claims)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"scoped_userpool_id":null}""")]
    [InlineData("""{"scoped_userpool_id":""}""")]
    [InlineData("""{"scoped_userpool_id":{"a":1}}""")]
    [InlineData("""{"scoped_userpool_id":"a\r\nx-forged: 1"}""")]
    [InlineData("""{"nested":{"scoped_userpool_id":"other"}}""")]
    [InlineData("""{"scoped_userpool_id":""")]
    public void Payload_without_a_user_pool_has_none(string claims) => Assert.Null(UserPoolIdOf(Token(claims)));

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData(".")]
    [InlineData("a.b")]
    [InlineData("a.!!!.c")]
    [InlineData("a.AAAAA.c")]
    public void Token_that_is_not_a_JWT_has_no_user_pool(string token) => Assert.Null(UserPoolIdOf(token));

    [Theory]
    [InlineData(null, "pool")]
    [InlineData("other", "other")]
    public async Task User_pool_of_the_token_is_sent_unless_the_http_client_sends_one(string? named, string expected)
    {
        var token = Token("""{"scoped_userpool_id":"pool"}""");
        using var service = new Service(sent => sent.Uri.AbsolutePath == TokenService.TokenPath
            ? $$$"""{"statusCode":200,"data":{"access_token":"{{{token}}}","expires_in":7200}}"""
            : StubHandler.Success);
        using var http = new HttpClient(service);
        if (named is not null)
        {
            http.DefaultRequestHeaders.Add("x-genauth-userpool-id", named);
        }

        var options = ManagementClients.Options(options => options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken);
        await new ManagementClient(options, http).CallAsync();

        Assert.Equal(expected, service.Sent[1].Header("x-genauth-userpool-id"));
    }

    [Theory]
    [InlineData("""{"exp":1767256200}""", "2026-01-01T08:30:00.000Z")]
    [InlineData("""{"exp":1767256200.25,"nested":{"exp":1}}""", "2026-01-01T08:30:00.250Z")]
    [InlineData("""{"exp":0}""", "1970-01-01T00:00:00.000Z")]
    [InlineData("""{"exp":253402300799}""", "9999-12-31T23:59:59.000Z")]
    public void Expiry_is_read_from_the_claim_exp(string claims, string expiry) => Assert.Equal(DateTimeOffset.Parse(expiry, CultureInfo.InvariantCulture), TokenClaims.Read(Token(claims)).Expiry);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"exp":null}""")]
    [InlineData("""{"exp":"1767256200"}""")]
    [InlineData("""{"exp":-1}""")]
    [InlineData("""{"exp":NaN}""")]
    [InlineData("""{"exp":253402300800}""")]
    [InlineData("""{"exp":99999999999999999999999999}""")]
    [InlineData("""{"exp":[1767256200]}""")]
    [InlineData("""{"nested":{"exp":1767256200}}""")]
    [InlineData("opaque")]
    public void Expiry_is_null_when_the_claim_is_not_a_time(string claims) => Assert.Null(TokenClaims.Read(Token(claims)).Expiry);

    [Fact]
    public void Claims_before_the_damage_of_a_payload_are_read() =>
        Assert.Equal("pool", TokenClaims.Read(Token("""{"scoped_userpool_id":"pool","exp":""")).UserPoolId);

    private static string? UserPoolIdOf(string token) => TokenClaims.Read(token).UserPoolId;

    private static string Token(string claims) =>
        $"head.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
}
