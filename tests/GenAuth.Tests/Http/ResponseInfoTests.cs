using System.Net;

namespace GenAuth.Tests.Http;

/// <summary>GenAuthResponseInfo and GenAuthResponse as programs create and use them.</summary>
public sealed class ResponseInfoTests
{
    [Fact]
    public void ResponseInfo_can_be_created_from_a_response_message()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "x-request-id", "r" }, { "x-ratelimit-remaining", "0" } } };
        var info = new GenAuthResponseInfo(message);

        Assert.Equal((HttpStatusCode.TooManyRequests, "r", 1, 0L), (info.HttpStatusCode, info.RequestId, info.Attempts, info.RateLimit!.Remaining));
        Assert.Equal(("of-the-body", 3), (new GenAuthResponseInfo(message, "of-the-body", 3).RequestId, new GenAuthResponseInfo(message, attempts: 3).Attempts));
    }

    [Fact]
    public void ResponseInfo_without_a_response_message_is_an_argument_error() => Assert.Throws<ArgumentNullException>("response", () => new GenAuthResponseInfo(null!));

    [Fact]
    public void ResponseInfo_does_not_change_with_the_response_message()
    {
        using var message = new HttpResponseMessage { Headers = { { "x-cache", "miss" } } };
        var info = new GenAuthResponseInfo(message);
        message.Headers.Clear();

        Assert.Equal(["miss"], info.Headers["X-Cache"]);
    }

    [Fact]
    public void Exception_created_by_a_program_has_the_given_response_info()
    {
        using var message = new HttpResponseMessage();
        var info = new GenAuthResponseInfo(message);

        Assert.Same(info, GenAuthApiException.Create(new() { StatusCode = 429, Response = info }).Response);
        Assert.Null(new GenAuthApiException(new()).Response);
        Assert.Null(new GenAuthTimeoutException("op", null).Response);
    }

    [Fact]
    public void GenAuthResponse_can_be_deconstructed()
    {
        using var message = new HttpResponseMessage();
        var info = new GenAuthResponseInfo(message);
        var (value, response) = new GenAuthResponse<int>(7, info);

        Assert.Equal((7, info), (value, response));
    }

    [Fact]
    public async Task Fake_client_can_provide_a_response_info()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.Accepted);
        using var handler = new Support.StubHandler();
        var (value, response) = await ((IAuthenticationClient)Support.Clients.Create(handler)).WithResponseAsync((_, options) =>
        {
            options.OnResponse!(new GenAuthResponseInfo(message));
            return Task.FromResult("made up");
        });

        Assert.Equal(("made up", HttpStatusCode.Accepted), (value, response.HttpStatusCode));
        Assert.Empty(handler.Sent);
    }
}
