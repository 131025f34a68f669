using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Management;

public sealed class TokenLifeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 8, 30, 0, TimeSpan.Zero));
    private readonly TokenService _service = new();

    [Fact]
    public async Task Token_is_used_for_many_calls()
    {
        var client = Client();
        await client.CallAsync();
        await client.CallAsync();
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1", "token-1"], _service.TokensUsed);
    }

    [Theory]
    [InlineData(7200, 7200 - 301, "token-1")]
    [InlineData(7200, 7200 - 300, "token-2")]
    [InlineData(60, 53, "token-1")]
    [InlineData(60, 54, "token-2")]
    [InlineData(7200, 100_000, "token-2")]
    public async Task Token_is_renewed_5_minutes_or_a_tenth_of_its_lifetime_before_expiry_whichever_is_shorter(int life, int passed, string token)
    {
        _service.Life = $"{life}";
        var client = Client();
        await client.CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(passed));
        await client.CallAsync();

        Assert.Equal(["token-1", token], _service.TokensUsed);
    }

    [Theory]
    [InlineData("\"7200\"")]
    [InlineData("7200.0")]
    public async Task Lifetime_is_read_from_a_number_in_any_spelling(string life)
    {
        _service.Life = life;
        var client = Client();
        await client.CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(6000));
        await client.CallAsync();

        Assert.Equal(1, _service.Exchanges);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("\"soon\"")]
    [InlineData("{}")]
    [InlineData("99999999999")]
    public async Task Token_of_unknown_lifetime_is_used_by_the_waiting_calls_only(string life)
    {
        _service.Life = life;
        var client = Client();
        await client.CallAsync();
        await client.CallAsync();

        Assert.Equal(["token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Renewal_that_fails_before_expiry_continues_with_the_old_token()
    {
        var client = Client();
        await client.CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(7000));
        _service.ExchangeResponse = """{"statusCode":500,"message":"Later."}""";
        await client.CallAsync();
        _service.ExchangeResponse = null;
        await client.CallAsync();

        Assert.Equal(["token-1", "token-1", "token-2"], _service.TokensUsed);
    }

    [Fact]
    public async Task Renewal_that_fails_after_expiry_fails_the_call()
    {
        var client = Client();
        await client.CallAsync();
        _clock.Advance(TimeSpan.FromSeconds(7200));
        _service.ExchangeResponse = """{"statusCode":500,"message":"Later."}""";

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync());
    }

    [Theory]
    [InlineData("""{"statusCode":200}""")]
    [InlineData("""{"statusCode":200,"data":null}""")]
    [InlineData("""{"statusCode":200,"data":{}}""")]
    [InlineData("""{"statusCode":200,"data":{"access_token":null,"expires_in":7200}}""")]
    [InlineData("""{"statusCode":200,"data":{"access_token":"","expires_in":7200}}""")]
    [InlineData("""{"statusCode":200,"data":{"access_token":"a\r\nx-forged: 1","expires_in":7200}}""")]
    public async Task Exchange_without_a_token_is_an_invalid_response(string response)
    {
        _service.ExchangeResponse = response;

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Client().CallAsync());

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Empty(_service.TokensUsed);
    }

    [Fact]
    public async Task Rejected_exchange_is_thrown_unchanged_and_not_retried()
    {
        _service.ExchangeResponse = """{"statusCode":401,"message":"Wrong key."}""";

        var exception = await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client().CallAsync());

        Assert.Equal("Management_getManagementToken", exception.Operation);
        Assert.Equal(1, _service.Exchanges);
    }

    private ManagementClient Client() => ManagementClients.WithToken(_service.Handler, options => options.TimeProvider = _clock);
}
