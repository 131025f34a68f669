using System.Net;

namespace GenAuth.Tests.Errors;

public sealed class GenAuthApiExceptionTests
{
    private static readonly GenAuthApiError Error = new()
    {
        Operation = "Authentication_getAlipayAuthInfo",
        StatusCode = 429,
        ApiCode = 1002,
        Message = "Slow down.",
        RequestId = "934108e5",
        HttpStatusCode = HttpStatusCode.TooManyRequests,
        RetryAfter = TimeSpan.FromSeconds(7),
        ErrorData = "{}",
    };

    [Fact]
    public void Exception_has_every_detail_of_the_error()
    {
        var exception = GenAuthApiException.Create(Error);

        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
        Assert.Equal(429, exception.StatusCode);
        Assert.Equal(1002, exception.ApiCode);
        Assert.Equal("Slow down.", exception.ServiceMessage);
        Assert.Equal("934108e5", exception.RequestId);
        Assert.Equal(HttpStatusCode.TooManyRequests, exception.HttpStatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
        Assert.Equal("{}", exception.ErrorData);
    }

    [Fact]
    public void Each_exception_can_be_created_by_a_program()
    {
        Assert.Equal(429, new GenAuthApiException(Error).StatusCode);
        Assert.Equal(429, new GenAuthRateLimitedException(Error).StatusCode);
        Assert.Equal(429, new GenAuthUpstreamException(Error).StatusCode);
    }

    [Fact]
    public void A_missing_error_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>("error", () => GenAuthApiException.Create(null!));
        Assert.Throws<ArgumentNullException>("error", () => new GenAuthApiException(null!));
        Assert.Throws<ArgumentNullException>("error", () => new GenAuthNotFoundException(null!));
    }

    [Fact]
    public void Error_is_caught_as_its_class_as_GenAuthApiException_and_as_GenAuthException()
    {
        Assert.Throws<GenAuthRateLimitedException>(Refuse);
        Assert.ThrowsAny<GenAuthApiException>(Refuse);
        Assert.ThrowsAny<GenAuthException>(Refuse);

        static void Refuse() => throw GenAuthApiException.Create(Error);
    }

    [Fact]
    public void Failed_connection_is_a_GenAuthException_and_no_GenAuthApiException()
    {
        GenAuthException[] others = [new GenAuthConnectionException("op", new IOException()), new GenAuthTimeoutException("op", TimeSpan.FromSeconds(1))];

        Assert.All(others, exception => Assert.IsNotType<GenAuthApiException>(exception, exactMatch: false));
    }

    [Fact]
    public void ToString_of_the_error_shows_no_value() => Assert.Equal("GenAuthApiError", Error.ToString());
}
