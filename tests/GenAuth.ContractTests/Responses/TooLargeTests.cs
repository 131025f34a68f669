using System.Text;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

public sealed class TooLargeTests : ContractTest
{
    [Fact]
    [Stub("alipay/authinfo")]
    public async Task A_body_of_exactly_the_limit_is_read_and_one_byte_more_is_not()
    {
        var service = Serve();
        var size = Encoding.UTF8.GetByteCount(Stub.Named("alipay/authinfo").Single().ResponseBody.ToString(Newtonsoft.Json.Formatting.None));

        var response = await service.Client(options => options.MaxResponseBytes = size).GetAlipayAuthInfoAsync(TestClient.Connection);
        var exception = await service.Client(options => options.MaxResponseBytes = size - 1).InvalidResponseAsync();

        Assert.NotNull(response.Data);
        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
        Assert.Equal(size - 1, exception.BodyPreview.Length);
    }

    [Fact]
    [Stub("errors/status-codes#503")]
    public async Task Error_beyond_the_limit_is_too_large()
    {
        var exception = await Serve().Client(options => options.MaxResponseBytes = 16).InvalidResponseAsync();
        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
    }
}
