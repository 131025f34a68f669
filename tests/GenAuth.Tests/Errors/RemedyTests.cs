using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class RemedyTests
{
    [Fact]
    public void A_known_code_has_the_remedy() => Assert.Equal(ApiCode.UserLocked.Remedy, Remedy(403, ApiCode.UserLocked));

    [Theory]
    [InlineData(null)]
    [InlineData(7654321)]
    [InlineData(0)]
    public void Without_a_known_code_the_status_has_it(int? apiCode) => Assert.Equal(StatusCode.RateLimited.Remedy, Remedy(429, apiCode));

    [Fact]
    public void Without_either_there_is_a_general_one() => Assert.Contains("contact support", Remedy(777, 7654321), StringComparison.Ordinal);

    [Fact]
    public void Every_documented_code_and_status_has_a_remedy_of_its_own()
    {
        Assert.All(ApiDocument.Enum("ApiCode"), code => Assert.Equal(code.Remedy, Remedy(777, code.Number)));
        Assert.All(ApiDocument.Enum("StatusCode"), status => Assert.Equal(status.Remedy, Remedy(status.Number, null)));
    }

    private static string Remedy(int statusCode, ApiCode? apiCode) =>
        GenAuthApiException.Create(new GenAuthApiError { StatusCode = statusCode, ApiCode = apiCode }).Remedy;
}
