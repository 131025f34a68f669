using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

/// <summary>Calls a server whose response is invalid, and checks what every such exception has.</summary>
public static class InvalidResponse
{
    /// <summary>Part of every invalid body. Messages are logged, bodies must not be.</summary>
    private const string Marker = "do-not-repeat";

    public static async Task<GenAuthInvalidResponseException> InvalidResponseAsync(this AuthenticationClient client)
    {
        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
        Assert.StartsWith("Authentication_getAlipayAuthInfo received a response that is not valid for the API (HTTP ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        return exception;
    }
}
