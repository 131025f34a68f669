using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class RemedyTests
{
    [Fact]
    public void Known_apiCode_decides_the_remedy() => Assert.Equal(ApiCode.UserLocked.Remedy, Remedy(403, ApiCode.UserLocked));

    [Theory]
    [InlineData(null)]
    [InlineData(7654321)]
    [InlineData(0)]
    public void StatusCode_decides_the_remedy_of_an_unknown_apiCode(int? apiCode) => Assert.Equal(StatusCode.RateLimited.Remedy, Remedy(429, apiCode));

    [Fact]
    public void General_remedy_is_used_without_known_codes() => Assert.Contains("contact support", Remedy(777, 7654321), StringComparison.Ordinal);

    [Fact]
    public void Every_documented_apiCode_and_statusCode_has_its_own_remedy()
    {
        Assert.All(ApiDocument.Enum("ApiCode"), code => Assert.Equal(code.Remedy, Remedy(777, code.Number)));
        Assert.All(ApiDocument.Enum("StatusCode"), status => Assert.Equal(status.Remedy, Remedy(status.Number, null)));
    }

    private static string Remedy(int statusCode, ApiCode? apiCode) =>
        GenAuthApiException.Create(new GenAuthApiError { StatusCode = statusCode, ApiCode = apiCode }).Remedy;
}
