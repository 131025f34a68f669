using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class ExceptionKindTests
{
    /// <summary>The exceptions of continuation codes, for any <c>statusCode</c>.</summary>
    private static readonly int[] ContinuationCodes =
        [1600, 1635, 1636, 1639, 1640, 1641, 1642, 1643, 1644, 1645, 1666, 1699, 2058, 2061, 2071, 2921, 2930];

    public static TheoryData<int, int> ContinuationsOfEveryStatus
    {
        get
        {
            var data = new TheoryData<int, int>();
            foreach (var code in ContinuationCodes)
            {
                foreach (var statusCode in (int[])[300, 400, 401, 403, 499, 500, 602, 0])
                {
                    data.Add(statusCode, code);
                }
            }

            return data;
        }
    }

    public static TheoryData<int> DocumentedErrors => [.. ApiDocument.Enum("StatusCode").Select(value => value.Number).Where(number => number != 200)];

    [Theory]
    [InlineData(300, typeof(GenAuthActionRequiredException))]
    [InlineData(302, typeof(GenAuthActionRequiredException))]
    [InlineData(399, typeof(GenAuthActionRequiredException))]
    [InlineData(400, typeof(GenAuthBadRequestException))]
    [InlineData(401, typeof(GenAuthUnauthorizedException))]
    [InlineData(402, typeof(GenAuthPaymentRequiredException))]
    [InlineData(403, typeof(GenAuthForbiddenException))]
    [InlineData(404, typeof(GenAuthNotFoundException))]
    [InlineData(409, typeof(GenAuthConflictException))]
    [InlineData(413, typeof(GenAuthPayloadTooLargeException))]
    [InlineData(422, typeof(GenAuthUnprocessableEntityException))]
    [InlineData(429, typeof(GenAuthRateLimitedException))]
    [InlineData(500, typeof(GenAuthServerException))]
    [InlineData(501, typeof(GenAuthNotImplementedException))]
    [InlineData(502, typeof(GenAuthServerException))]
    [InlineData(503, typeof(GenAuthServerException))]
    [InlineData(599, typeof(GenAuthServerException))]
    [InlineData(600, typeof(GenAuthUpstreamException))]
    [InlineData(601, typeof(GenAuthUpstreamException))]
    [InlineData(602, typeof(GenAuthUpstreamException))]
    [InlineData(603, typeof(GenAuthUpstreamException))]
    [InlineData(699, typeof(GenAuthUpstreamException))]
    public void StatusCode_decides_the_exception(int statusCode, Type kind) => Assert.IsType(kind, Create(statusCode));

    [Theory]
    [InlineData(499)]
    [InlineData(299)]
    [InlineData(405)]
    [InlineData(418)]
    [InlineData(700)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Other_statusCode_is_the_base_exception(int statusCode) => Assert.IsType<GenAuthApiException>(Create(statusCode));

    [Theory]
    [MemberData(nameof(ContinuationsOfEveryStatus))]
    public void Continuation_code_is_an_action_required_exception_for_any_statusCode(int statusCode, int apiCode)
    {
        var exception = Assert.IsType<GenAuthActionRequiredException>(Create(statusCode, apiCode));

        Assert.Equal(statusCode, exception.StatusCode);
        Assert.Equal(apiCode, exception.ApiCode);
    }

    [Theory]
    [InlineData(1599)]
    [InlineData(1700)]
    [InlineData(2004)]
    [InlineData(2057)]
    [InlineData(2333)]
    [InlineData(2820002)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Other_apiCode_does_not_change_the_exception_of_the_statusCode(int apiCode) => Assert.IsType<GenAuthForbiddenException>(Create(403, apiCode));

    [Theory]
    [MemberData(nameof(DocumentedErrors))]
    public void Every_documented_error_except_the_general_one_has_its_own_exception(int statusCode) =>
        Assert.Equal(statusCode == 499, Create(statusCode).GetType() == typeof(GenAuthApiException));

    private static GenAuthApiException Create(int statusCode, ApiCode? apiCode = null) =>
        GenAuthApiException.Create(new GenAuthApiError { Operation = "op", StatusCode = statusCode, ApiCode = apiCode });
}
