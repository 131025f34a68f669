using System.Net;
using System.Net.Sockets;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Faults;

public sealed class BrokenConnectionTests
{
    [Theory]
    [MemberData(nameof(Faults.Names), MemberType = typeof(Faults))]
    public async Task Broken_connection_of_a_read_is_a_connection_exception(string fault)
    {
        await using var server = new RawServer(connection => Faults.BreakAsync(connection, fault));
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => server.Client().GetAlipayAuthInfoAsync(TestClient.Connection));

        Assert.Equal("Authentication_getAlipayAuthInfo", exception.Operation);
        Assert.NotNull(exception.InnerException);
    }

    [Theory]
    [MemberData(nameof(Faults.Names), MemberType = typeof(Faults))]
    public async Task Broken_connection_of_a_sign_in_is_a_connection_exception_after_one_request(string fault)
    {
        await using var server = new RawServer(connection => Faults.BreakAsync(connection, fault));
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => server.Client().SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.Equal("Authentication_signInByMobile", exception.Operation);
        Assert.DoesNotContain(TestClient.AppSecret, exception.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("POST /api/v3/signin-by-mobile HTTP/1.1\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Faults.Names), MemberType = typeof(Faults))]
    public async Task Sign_in_is_sent_once_on_a_reused_connection(string fault)
    {
        await using var server = new RawServer(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.SendJsonAsync(Faults.Response);
            await Faults.BreakAsync(connection, fault);
        });
        var client = server.Client();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));

        Assert.Single(server.Requests, request => request.StartsWith("POST ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Faults.Names), MemberType = typeof(Faults))]
    public async Task Operation_without_a_body_that_must_not_be_retried_is_sent_once(string fault)
    {
        await using var server = new RawServer(connection => Faults.BreakAsync(connection, fault));
        var client = server.Client();
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GenerateCaptchaCodeAsync());
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SendAsync<JObject>(HttpMethod.Post, "/api/v3/not-known"));

        Assert.Equal(["GET /api/v3/get-captcha-code", "POST /api/v3/not-known"], server.Requests.Select(request => request[..request.IndexOf(" HTTP", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task Refused_connection_is_named_in_the_message()
    {
        // Bound but not listening: the port stays reserved, and connections are refused.
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var client = new AuthenticationClient(TestClient.Options($"http://{socket.LocalEndPoint}"));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
        Assert.Contains(nameof(SocketError.ConnectionRefused), exception.Message, StringComparison.Ordinal);
    }
}
