using System.Net;
using System.Reflection;
using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantFailureTests
{
    public static TheoryData<string> ApiCodes => new(typeof(ApiCode)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(property => property.PropertyType == typeof(ApiCode))
        .Select(property => property.Name));

    [Theory]
    [MemberData(nameof(ApiCodes))]
    public async Task Every_documented_code_is_an_exception_in_the_client(string name)
    {
        var apiCode = (ApiCode)typeof(ApiCode).GetProperty(name)!.GetValue(null)!;
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(apiCode);

        var exception = await RefusedAsync(tenant);

        Assert.Equal(apiCode, exception.ApiCode);
        Assert.Equal(apiCode.Description, exception.ServiceMessage);
        Assert.Equal(apiCode.Remedy, exception.Remedy);
        Assert.NotEqual(typeof(GenAuthApiException), exception.GetType());
        Assert.Equal(exception is GenAuthActionRequiredException, exception.StatusCode is >= 300 and < 400);
    }

    [Theory]
    [InlineData(1300, 401, typeof(GenAuthUnauthorizedException))]
    [InlineData(1306, 401, typeof(GenAuthUnauthorizedException))]
    [InlineData(1635, 303, typeof(GenAuthActionRequiredException))]
    [InlineData(1644, 303, typeof(GenAuthActionRequiredException))]
    [InlineData(2004, 404, typeof(GenAuthNotFoundException))]
    [InlineData(2011, 404, typeof(GenAuthNotFoundException))]
    [InlineData(2020, 401, typeof(GenAuthUnauthorizedException))]
    [InlineData(2039, 409, typeof(GenAuthConflictException))]
    [InlineData(2058, 303, typeof(GenAuthActionRequiredException))]
    [InlineData(2224, 404, typeof(GenAuthNotFoundException))]
    [InlineData(2333, 403, typeof(GenAuthForbiddenException))]
    [InlineData(4021, 402, typeof(GenAuthPaymentRequiredException))]
    [InlineData(6003, 400, typeof(GenAuthBadRequestException))]
    [InlineData(987654321, 403, typeof(GenAuthForbiddenException))]
    public async Task A_code_comes_with_the_status_that_goes_with_it(int apiCode, int statusCode, Type kind)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(new ApiCode(apiCode));

        var exception = await RefusedAsync(tenant);

        Assert.Equal(statusCode, exception.StatusCode);
        Assert.IsType(kind, exception);
    }

    [Fact]
    public async Task A_failure_holds_what_the_test_put_into_it()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(403, ApiCode.ApplicationMfaRequired, "A factor, please", new { mfaToken = "t", applicationMfa = new[] { new { mfaPolicy = "OTP" } } });

        var exception = Assert.IsType<GenAuthActionRequiredException>(await RefusedAsync(tenant));

        Assert.Equal(403, exception.StatusCode);
        Assert.Equal("A factor, please", exception.ServiceMessage);
        Assert.Equal("""{"mfaToken":"t","applicationMfa":[{"mfaPolicy":"OTP"}]}""", exception.ErrorData);
        Assert.NotNull(exception.RequestId);
    }

    [Fact]
    public async Task Data_may_be_a_model_of_the_SDK()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var data = new LoginTokenResponseDataDto { TokenType = "Bearer", ExpireIn = 5 };
        tenant.FailNext(403, data: data);
        data.ExpireIn = 6;

        Assert.Equal("""{"token_type":"Bearer","expire_in":5}""", (await RefusedAsync(tenant)).ErrorData);
    }

    [Fact]
    public async Task A_failure_without_details_says_what_the_document_says()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(429);

        var envelope = await new PlainClient(tenant).GetAuthInfoAsync();

        Assert.Equal(["statusCode", "message", "requestId"], envelope.Select(member => member.Key));
        Assert.Equal(StatusCode.RateLimited.Description, envelope.Message());
    }

    [Fact]
    public async Task Failures_come_in_the_order_they_were_asked_for_and_then_end()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(500);
        tenant.FailNext(499);

        Assert.Equal(500, (await RefusedAsync(tenant)).StatusCode);
        Assert.Equal(499, (await RefusedAsync(tenant)).StatusCode);
        Assert.Equal(200, (await tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection)).StatusCode);
    }

    [Fact]
    public async Task A_failure_for_a_path_waits_for_that_path()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(new GenAuthTenantFailure(503) { Path = PlainClient.SignInPath });
        var client = new PlainClient(tenant);

        Assert.Equal(200, (await client.GetAuthInfoAsync()).StatusCode());
        Assert.Equal(503, (await client.SignInAsync(client.SignInBodyWithCredentials())).StatusCode());
        Assert.Equal(200, (await client.SignInAsync(client.SignInBodyWithCredentials())).StatusCode());
    }

    [Fact]
    public async Task A_failure_may_have_an_HTTP_status_and_a_wait_as_a_gateway_sends_them()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.FailNext(new GenAuthTenantFailure(429) { HttpStatusCode = HttpStatusCode.TooManyRequests, RetryAfter = TimeSpan.FromSeconds(1.5) });

        var exception = Assert.IsType<GenAuthRateLimitedException>(await RefusedAsync(tenant));

        Assert.Equal(HttpStatusCode.TooManyRequests, exception.HttpStatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), exception.RetryAfter);
    }

    [Fact]
    public async Task Failures_without_a_possible_response_are_refused()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => tenant.FailNext(200));
        Assert.Throws<ArgumentNullException>(() => tenant.FailNext((GenAuthTenantFailure)null!));
        Assert.Throws<ArgumentException>(() => tenant.FailNext(new GenAuthTenantFailure(500) { HttpStatusCode = HttpStatusCode.NoContent }));
        Assert.Throws<ArgumentException>(() => tenant.FailNext(new GenAuthTenantFailure(500) { HttpStatusCode = HttpStatusCode.Continue }));
        Assert.Throws<ArgumentException>(() => tenant.FailNext(new GenAuthTenantFailure(500) { RetryAfter = TimeSpan.FromSeconds(-1) }));
        Assert.Equal(200, (await new PlainClient(tenant).GetAuthInfoAsync()).StatusCode());
    }

    [Fact]
    public async Task Sixty_four_failures_meet_exactly_sixty_four_requests()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        Parallel.For(0, 64, _ => tenant.FailNext(500));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAuthInfoAsync()));

        Assert.Equal(64, outcomes.Count(envelope => envelope.StatusCode() == 500));
        Assert.Equal(36, outcomes.Count(envelope => envelope.StatusCode() == 200));
    }

    private static Task<GenAuthApiException> RefusedAsync(GenAuthTenant tenant) =>
        Assert.ThrowsAnyAsync<GenAuthApiException>(() => tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection));
}
