using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Json;

public sealed class ExactTextTests : ContractTest
{
    [Theory]
    [StubCase("alipay/odd-auth-info#empty", "")]
    [StubCase("alipay/odd-auth-info#blanks and line breaks", " target_ id=1\r\n&sign=a b%2B+\t")]
    [StubCase("alipay/odd-auth-info#like a date", "2024-01-02T03:04:05.000+08:00")]
    [StubCase("alipay/odd-auth-info#like JSON", """{"statusCode":500}""")]
    [StubCase("alipay/odd-auth-info#beyond ASCII", "名=支付宝🐼\u2028\0")]
    public async Task Alipay_parameter_string_is_returned_unchanged(string stub, string authInfo)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        Assert.Equal(authInfo, response.Data.AuthInfo);
    }

    [Fact]
    [Stub("broken/unknown-members#text that looks like a date")]
    public async Task Text_that_looks_like_a_date_stays_that_text_everywhere()
    {
        var response = await Serve().Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal("2024-01-02T03:04:05Z", response.Message);
        Assert.Equal("2024-01-02T03:04:05.1234567+08:00", response.RequestId);
        Assert.Equal("2024-01-02T03:04:05+08:00", (string?)response.AdditionalProperties["at"]);
        Assert.Equal("2024-01-02T03:04:05.000+08:00", response.Data.AuthInfo);
        Assert.Equal("2024-01-02T03:04:05Z", (string?)response.Data.AdditionalProperties["a"]);
        Assert.Equal("/Date(1704136445000)/", (string?)response.Data.AdditionalProperties["b"]);
        Assert.Equal("2024-01-02", (string?)response.Data.AdditionalProperties["c"]);
        Assert.Equal("2024-01-02T03:04:05.1234567Z", (string?)response.Data.AdditionalProperties["d"][0]);
    }
}
