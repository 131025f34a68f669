using System.Net;

namespace GenAuth.Tests.Http;

/// <summary>What users make for tests of their own, and what they do with it.</summary>
public sealed class ResponseInfoTests
{
    [Fact]
    public void A_users_test_makes_one_of_an_answer()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "x-request-id", "r" }, { "x-ratelimit-remaining", "0" } } };
        var info = new GenAuthResponseInfo(answer);

        Assert.Equal((HttpStatusCode.TooManyRequests, "r", 1, 0L), (info.HttpStatusCode, info.RequestId, info.Attempts, info.RateLimit!.Remaining));
        Assert.Equal(("of-the-body", 3), (new GenAuthResponseInfo(answer, "of-the-body", 3).RequestId, new GenAuthResponseInfo(answer, attempts: 3).Attempts));
    }

    [Fact]
    public void Without_an_answer_there_is_none() => Assert.Throws<ArgumentNullException>("response", () => new GenAuthResponseInfo(null!));

    [Fact]
    public void ResponseInfo_does_not_change_with_the_response_message()
    {
        using var answer = new HttpResponseMessage { Headers = { { "x-cache", "miss" } } };
        var info = new GenAuthResponseInfo(answer);
        answer.Headers.Clear();

        Assert.Equal(["miss"], info.Headers["X-Cache"]);
    }

    [Fact]
    public void An_exception_of_a_users_test_has_the_response_that_it_is_given()
    {
        using var answer = new HttpResponseMessage();
        var info = new GenAuthResponseInfo(answer);

        Assert.Same(info, GenAuthApiException.Create(new() { StatusCode = 429, Response = info }).Response);
        Assert.Null(new GenAuthApiException(new()).Response);
        Assert.Null(new GenAuthTimeoutException("op", null).Response);
    }

    [Fact]
    public void A_result_and_its_response_can_be_taken_apart()
    {
        using var answer = new HttpResponseMessage();
        var info = new GenAuthResponseInfo(answer);
        var (value, response) = new GenAuthResponse<int>(7, info);

        Assert.Equal((7, info), (value, response));
    }

    [Fact]
    public async Task A_client_of_a_users_test_tells_of_a_response_as_a_real_one_does()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.Accepted);
        using var handler = new Support.StubHandler();
        var (value, response) = await ((IAuthenticationClient)Support.Clients.Create(handler)).WithResponseAsync((_, options) =>
        {
            options.OnResponse!(new GenAuthResponseInfo(answer));
            return Task.FromResult("made up");
        });

        Assert.Equal(("made up", HttpStatusCode.Accepted), (value, response.HttpStatusCode));
        Assert.Empty(handler.Sent);
    }
}
