using System.Text;
using GenAuth.Management;

namespace GenAuth.Tests.Management;

public sealed class TokenClaimTests
{
    [Theory]
    [InlineData("""{"scoped_userpool_id":"pool"}""")]
    [InlineData("""{"sub":"中é~?>","nested":{"scoped_userpool_id":"other"},"scoped_userpool_id":"pool","exp":1}""")]
    public void The_user_pool_is_read_from_the_payload(string claims) => Assert.Equal("pool", TokenClaims.UserPoolId(Token(claims)));

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
    public void A_payload_without_one_has_none(string claims) => Assert.Null(TokenClaims.UserPoolId(Token(claims)));

    [Theory]
    [InlineData("")]
    [InlineData("opaque")]
    [InlineData(".")]
    [InlineData("a.b")]
    [InlineData("a.!!!.c")]
    [InlineData("a.AAAAA.c")]
    public void A_token_of_another_form_has_none(string token) => Assert.Null(TokenClaims.UserPoolId(token));

    private static string Token(string claims) =>
        $"head.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.signature";
}
