using System.Net;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

public sealed class RejectedTokenTests
{
    private readonly TokenService _service = new();

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Rejected_token_is_replaced_and_the_request_retried(HttpStatusCode status)
    {
        _service.ErrorStatus = status;
        var client = ManagementClients.WithToken(_service.Handler);
        await client.CallAsync();
        _service.Revoke("token-1");
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Second_rejected_token_ends_the_call()
    {
        _service.Revoke("token-1");
        _service.Revoke("token-2");
        var client = ManagementClients.WithToken(_service.Handler);

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.CallAsync());

        Assert.Equal(["token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Page_with_HTTP_401_counts_as_a_rejected_token()
    {
        var exchanges = 0;
        using var service = new Service(sent => Task.FromResult(sent.Uri.AbsolutePath == TokenService.TokenPath
            ? Service.CreateResponse($$$"""{"statusCode":200,"data":{"access_token":"token-{{{++exchanges}}}","expires_in":7200}}""")
            : sent.Header("Authorization") == "Bearer token-1"
                ? Service.CreateResponse("<html>", HttpStatusCode.Unauthorized)
                : Service.CreateResponse("""{"statusCode":200}""")));

        await ManagementClients.WithToken(service).CallAsync();

        Assert.Equal(2, exchanges);
    }

    [Theory]
    [InlineData("""{"statusCode":403}""")]
    [InlineData("""{"statusCode":500}""")]
    [InlineData("""{"statusCode":400,"apiCode":1305}""")]
    public async Task Other_errors_are_thrown_without_a_retry(string error)
    {
        using var service = new Service(sent => sent.Uri.AbsolutePath == TokenService.TokenPath
            ? """{"statusCode":200,"data":{"access_token":"token","expires_in":7200}}"""
            : error);

        await Assert.ThrowsAnyAsync<GenAuthApiException>(() => ManagementClients.WithToken(service).CallAsync());

        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task Callers_own_authorization_requests_no_token()
    {
        _service.Revoke("own");
        var call = new RequestOptions { Headers = { ["Authorization"] = "Bearer own" } };

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => ManagementClients.WithToken(_service.Handler).CallAsync(call));

        Assert.Equal(["own"], _service.TokensUsed);
        Assert.Equal(0, _service.Exchanges);
    }
}
