using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.ContractTests.Json;

public sealed class LenientReadingTests : ContractTest
{
    [Theory]
    [StubCase("broken/odd-tokens#expire_in as text", 7200)]
    [StubCase("broken/odd-tokens#expire_in as a decimal number", 7200)]
    [StubCase("broken/odd-tokens#expires_in instead", 7200)]
    [StubCase("broken/odd-tokens#expires_in instead, as text", 7200)]
    [StubCase("broken/odd-tokens#expires_in instead, as a decimal number", 7200)]
    [StubCase("broken/odd-tokens#expire_in null and expires_in", 7200)]
    [StubCase("broken/odd-tokens#both", 7200)]
    [StubCase("broken/odd-tokens#neither", 0)]
    [StubCase("broken/odd-tokens#expire_in null", 0)]
    [StubCase("sign-in/long-lived-token", 4102444800)]
    public async Task Lifetime_of_a_token_is_read_in_every_spelling_of_name_and_number(string stub, long seconds)
    {
        var response = await ServeCase(stub).Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        Assert.Equal(seconds, response.Data.ExpireIn);
        Assert.Equal("eyJ.access", response.Data.AccessToken);
    }

    [Fact]
    [Stub("broken/odd-tokens#null for all")]
    public async Task Null_is_read_like_a_missing_member()
    {
        var response = await Serve().Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        Assert.Null(response.Data.AccessToken);
        Assert.Null(response.Data.TokenType);
        Assert.Equal(0, response.Data.ExpireIn);
        Assert.Empty(response.Data.AdditionalProperties);
    }

    [Theory]
    [EveryStub("broken/null-auth-info")]
    public async Task A_required_member_that_is_missing_or_null_is_null(string stub)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        Assert.Null(response.Data.AuthInfo);
    }

    [Fact]
    [Stub("broken/odd-tokens#numbers for texts")]
    public async Task Number_or_boolean_is_read_as_text()
    {
        var response = await Serve().Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        Assert.Equal("5", response.Data.Scope);
        Assert.Equal("1234567890123456789", response.Data.AccessToken);
        Assert.Equal("true", response.Data.TokenType);
    }

    [Fact]
    public void Unknown_value_of_an_extensible_enum_is_kept_and_written_back()
    {
        const string Json = """{"extIdpConnidentifier":"a","connection":"provider_of_tomorrow"}""";
        var body = JsonConvert.DeserializeObject<SignInByMobileDto>(Json)!;

        Assert.Equal("provider_of_tomorrow", body.Connection.Value);
        Assert.False(body.Connection.IsKnown);
        Assert.Equal(Json, JsonConvert.SerializeObject(body));
    }
}
