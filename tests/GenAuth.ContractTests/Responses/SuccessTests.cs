using GenAuth.ContractTests.Server;
using GenAuth.Models;

namespace GenAuth.ContractTests.Responses;

public sealed class SuccessTests : ContractTest
{
    [Theory]
    [EveryStub("alipay/authinfo-otherwise")]
    [EveryStub("broken/odd-successes")]
    public async Task StatusCode_200_is_a_success_whatever_the_other_members_are(string stub)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("app_id=xxxxx&sign=abc%3D", response.Data.AuthInfo);
    }

    [Theory]
    [StubCase("broken/odd-successes#apiCode 20001", 20001)]
    [StubCase("broken/odd-successes#apiCode 20001 as text", 20001)]
    [StubCase("broken/odd-successes#apiCode 0", 0)]
    [StubCase("broken/odd-successes#apiCode null", null)]
    public async Task ApiCode_of_a_success_is_kept(string stub, int? apiCode)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        Assert.Equal(apiCode, response.ApiCode?.Value);
    }

    [Theory]
    [EveryStub("broken/success-without-data")]
    public async Task Success_without_data_has_null_data(string stub)
    {
        var response = await ServeCase(stub).Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal("Success", response.Message);
        Assert.Null(response.Data);
    }

    [Theory]
    [EveryStub("broken/two-outcomes")]
    public async Task Response_with_two_outcomes_is_an_exception_or_has_statusCode_200(string stub)
    {
        var client = ServeCase(stub).Client();
        GetAlipayAuthInfoRespDto? response = null;
        var exception = await Record.ExceptionAsync(async () => response = await client.GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.True(
            exception is GenAuthException || response?.StatusCode == 200,
            $"It became {exception?.ToString() ?? $"a response with statusCode {response?.StatusCode}"}.");
    }
}
