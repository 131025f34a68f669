using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

// A date in the future is tested on a raw connection, where the server's own date can be chosen.
public sealed class RetryAfterTests : ContractTest
{
    [Theory]
    [StubCase("errors/retry-after#seconds", 30)]
    [StubCase("errors/retry-after#a date that has passed", 0)]
    [StubCase("errors/retry-after#neither", null)]
    public async Task RetryAfter_is_the_delay_that_the_service_asks_for(string stub, int? seconds)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.IsType<GenAuthRateLimitedException>(exception);
        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }
}
