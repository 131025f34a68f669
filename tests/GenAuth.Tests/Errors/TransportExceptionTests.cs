using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth.Tests.Errors;

public sealed class TransportExceptionTests
{
    [Fact]
    public void Timeout_message_has_operation_limit_and_remedy()
    {
        var cause = new OperationCanceledException();
        var exception = new GenAuthTimeoutException("op", TimeSpan.FromMilliseconds(2500), cause);

        Assert.Equal("op", exception.Operation);
        Assert.Equal(TimeSpan.FromMilliseconds(2500), exception.Timeout);
        Assert.Equal(GenAuthTimeoutScope.Call, exception.Scope);
        Assert.Same(cause, exception.InnerException);
        Assert.Equal(
            "op did not finish within 2.5 s. Try again later, or raise Timeout in the client's options or the call's RequestOptions.", exception.Message);
    }

    [Fact]
    public void Timeout_message_of_an_attempt_names_AttemptTimeout() => Assert.Equal(
        "op received no complete response to an attempt within 2.5 s. Try again later, or raise AttemptTimeout in the client's options or the call's RequestOptions.",
        new GenAuthTimeoutException("op", TimeSpan.FromMilliseconds(2500), GenAuthTimeoutScope.Attempt, null).Message);

    // The timeout of the application's own HttpClient ends the call although the SDK has none.
    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void Timeout_message_without_a_limit_of_the_SDK_names_the_http_client(int? milliseconds)
    {
        var exception = new GenAuthTimeoutException("op", milliseconds is { } number ? TimeSpan.FromMilliseconds(number) : null);

        Assert.Equal("op did not finish within the timeout of the application's HttpClient. Raise HttpClient.Timeout.", exception.Message);
        Assert.Equal(milliseconds is null ? GenAuthTimeoutScope.HttpClient : GenAuthTimeoutScope.Call, exception.Scope);
    }

    [Fact]
    public void Connection_message_names_the_cause()
    {
        var cause = new HttpRequestException("text of the platform", new SocketException((int)SocketError.ConnectionRefused));
        var exception = new GenAuthConnectionException("op", cause);

        Assert.Equal("op", exception.Operation);
        Assert.Same(cause, exception.InnerException);
        Assert.StartsWith("op received no complete response: the connection failed (ConnectionRefused).", exception.Message, StringComparison.Ordinal);
        Assert.Contains("the host in the client's options", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Connection_message_names_a_rejected_certificate() => Assert.Contains(
        "TLS certificate",
        new GenAuthConnectionException("op", new HttpRequestException("x", new AuthenticationException())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Connection_message_names_damaged_compression() => Assert.Contains(
        "the response has damaged compression.", new GenAuthConnectionException("op", new InvalidDataException("x")).Message, StringComparison.Ordinal);

    [Fact]
    public void Connection_message_of_an_unknown_cause_is_general() =>
        Assert.Contains("the connection failed or was closed.", new GenAuthConnectionException("op", new IOException("x")).Message, StringComparison.Ordinal);
}
