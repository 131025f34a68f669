using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Answers;

/// <summary>Asks for what is no answer of the API, and what is expected of every such exception.</summary>
public static class NoAnswer
{
    /// <summary>Stands in every foreign body. A message goes into logs, where a body may not.</summary>
    private const string Marker = "do-not-repeat";

    public static async Task<GenAuthInvalidResponseException> NoAnswerAsync(this AuthenticationClient client)
    {
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
        Assert.StartsWith("Authentication_getAlipayAuthInfo received a response that is not valid for the API (HTTP ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        return exception;
    }
}
