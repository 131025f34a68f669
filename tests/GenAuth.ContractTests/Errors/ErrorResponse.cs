using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Errors;

/// <summary>Calls a stub that returns an error, and checks what every such exception has.</summary>
public static class ErrorResponse
{
    private static readonly Dictionary<int, Type> Exceptions = new()
    {
        [300] = typeof(GenAuthActionRequiredException),
        [400] = typeof(GenAuthBadRequestException),
        [401] = typeof(GenAuthUnauthorizedException),
        [402] = typeof(GenAuthPaymentRequiredException),
        [403] = typeof(GenAuthForbiddenException),
        [404] = typeof(GenAuthNotFoundException),
        [409] = typeof(GenAuthConflictException),
        [413] = typeof(GenAuthPayloadTooLargeException),
        [422] = typeof(GenAuthUnprocessableEntityException),
        [429] = typeof(GenAuthRateLimitedException),
        [499] = typeof(GenAuthApiException),
        [500] = typeof(GenAuthServerException),
        [501] = typeof(GenAuthNotImplementedException),
        [502] = typeof(GenAuthServerException),
        [503] = typeof(GenAuthServerException),
        [601] = typeof(GenAuthUpstreamException),
        [602] = typeof(GenAuthUpstreamException),
        [603] = typeof(GenAuthUpstreamException),
    };

    public static Task<GenAuthApiException> ErrorAsync(this StubServer service) =>
        Assert.ThrowsAnyAsync<GenAuthApiException>(() => service.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

    public static Type ExceptionOf(int statusCode) => Exceptions[statusCode];

    /// <summary>Checks that an exception has every detail of the stub's body.</summary>
    public static void AssertMatches(this GenAuthApiException exception, JObject body)
    {
        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
        Assert.Equal((int)body["statusCode"]!, exception.StatusCode);
        Assert.Equal((int?)body["apiCode"], exception.ApiCode?.Value);
        Assert.Equal((string?)body["requestId"], exception.RequestId);
        Assert.Equal((string?)body["message"], exception.ServiceMessage);
        Assert.Null(exception.ErrorData);
        Assert.Null(exception.RetryAfter);
        Assert.Null(exception.InnerException);
        Assert.All(body.PropertyValues(), value => Assert.Contains((string)value!, exception.Message, StringComparison.Ordinal));
        Assert.EndsWith(exception.Remedy, exception.Message, StringComparison.Ordinal);
    }
}
