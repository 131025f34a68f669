using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

public sealed class AlipayAuthInfoTests : ContractTest
{
    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Parameter_string_is_returned_as_received()
    {
        var response = await Serve().Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(
            "apiname=com.alipay.account.auth&app_id=xxxxx&app_name=mc&auth_type=AUTHACCOUNT&biz_type=openservice"
            + "&method=alipay.open.auth.sdk.code.get&pid=xxxxx&product_id=APP_FAST_LOGIN&scope=kuaijie&sign_type=RSA2&target_id=20141225xxxx"
            + "&sign=fMcp4GtiM6rxSIeFnJCVePJKV43eXrUP86CQgiLhDHH2u%2FdN75eEvmywc2ulkm7qKRetkU9fbVZtJIqFdMJcJ9Yp%2BJI%2FF%2FpESafFR6rB2fRjiQQLGX"
            + "vxmDGVMjPSxHxVtIqpZy5FDoKUSjQ2%2FILDKpu3%2F%2BtAtm2jRw1rUoMhgt0%3D",
            response.Data.AuthInfo);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Outcome_is_returned_with_the_parameter_string()
    {
        var response = await Serve().Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal("Success", response.Message);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", response.RequestId);
        Assert.Null(response.ApiCode);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Request_is_a_GET_with_only_the_connection_in_the_query()
    {
        var service = Serve();
        await service.Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal("GET", service.Request.Method);
        Assert.Equal("/api/v3/get-alipay-authinfo", service.Request.Path);
        Assert.Equal("?extIdpConnidentifier=my-alipay", service.Request.RawQuery);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    public async Task A_missing_connection_is_refused_before_anything_is_sent(string? connection)
    {
        var service = Serve();
        var exception = await Assert.ThrowsAnyAsync<ArgumentException>(() => service.Client().GetAlipayAuthInfoAsync(connection!));

        Assert.Equal("extIdpConnIdentifier", exception.ParamName);
        Assert.Empty(service.Requests);
    }
}
