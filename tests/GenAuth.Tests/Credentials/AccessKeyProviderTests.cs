using GenAuth.Tests.Support;

namespace GenAuth.Tests.Credentials;

/// <summary>Access keys of a provider, with signed requests.</summary>
public sealed class AccessKeyProviderTests
{
    [Fact]
    public async Task Provider_is_called_for_every_request()
    {
        var service = new KeyService("a", "b");
        var provider = new KeyProvider("a", "a", "b");
        var client = Client(service, provider);

        for (var call = 0; call < 3; call++)
        {
            await client.CallAsync();
        }

        Assert.Equal(["a", "a", "b"], service.KeysUsed);
        Assert.Equal(3, provider.Calls);
    }

    [Fact]
    public async Task Provider_is_called_for_every_attempt()
    {
        var attempts = 0;
        using var service = new Service(_ => ++attempts < 3 ? """{"statusCode":503}""" : """{"statusCode":200}""");
        var provider = new KeyProvider("a", "b", "c");

        await Create(service, provider, options => (options.Retry.MaxRetries, options.Retry.BaseDelay) = (2, TimeSpan.Zero)).CallAsync();

        Assert.Equal(["a", "b", "c"], service.Sent.Select(sent => sent.Header("Authorization")!.Split(' ', ':')[1]));
    }

    [Fact]
    public async Task Signature_is_made_with_the_provided_secret()
    {
        using var byProvider = new StubHandler();
        using var byOptions = new StubHandler();
        Action<ManagementClientOptions> fixedValues = options =>
            (options.NonceGenerator, options.TimeProvider) = (() => "0", new Microsoft.Extensions.Time.Testing.FakeTimeProvider());

        await Create(byProvider, new KeyProvider("a"), fixedValues).CallAsync();
        await ManagementClients.Create(byOptions, options =>
        {
            fixedValues(options);
            (options.AccessKeyId, options.AccessKeySecret) = ("a", "secret-of-a");
        }).CallAsync();

        Assert.Equal(byOptions.Only.Header("Authorization"), byProvider.Only.Header("Authorization"));
    }

    [Fact]
    public async Task Refused_key_is_replaced_by_the_new_one_of_the_provider()
    {
        var service = new KeyService("new");
        var provider = new KeyProvider("old", "new");

        await Client(service, provider).CallAsync();

        Assert.Equal(["old", "new"], service.KeysUsed);
    }

    [Fact]
    public async Task Refused_secret_is_replaced_when_the_id_stays_the_same()
    {
        var sent = 0;
        using var service = new Service(_ => ++sent == 1 ? """{"statusCode":401,"apiCode":1300}""" : """{"statusCode":200}""");
        var provider = new KeyProvider((call, _) => new(new AccessKey("a", call == 1 ? "old" : "new")));

        await Create(service, provider).CallAsync();

        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task Refused_key_that_the_provider_returns_again_ends_the_call()
    {
        var service = new KeyService();
        var provider = new KeyProvider("old");

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client(service, provider).CallAsync());

        Assert.Equal(["old"], service.KeysUsed);
        Assert.Equal(2, provider.Calls);
    }

    [Fact]
    public async Task New_key_that_is_refused_too_ends_the_call()
    {
        var service = new KeyService("third");

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client(service, new KeyProvider("first", "second", "second", "third")).CallAsync());

        Assert.Equal(["first", "second"], service.KeysUsed);
    }

    [Theory]
    [InlineData("""{"statusCode":401,"apiCode":1301}""")]
    [InlineData("""{"statusCode":401,"apiCode":1306}""")]
    [InlineData("""{"statusCode":403}""")]
    [InlineData("""{"statusCode":500}""")]
    public async Task Other_errors_do_not_request_another_key(string error)
    {
        using var service = new Service(_ => error);
        var provider = new KeyProvider("a", "b");

        await Assert.ThrowsAnyAsync<GenAuthApiException>(() => Create(service, provider).CallAsync());

        Assert.Single(service.Sent);
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task Write_is_retried_with_a_new_key_because_the_rejected_request_had_no_effect()
    {
        var service = new KeyService("new");

        await Client(service, new KeyProvider("old", "new")).DeleteUsersBatchAsync(new() { UserIds = ["u"] });

        Assert.Equal(["""{"userIds":["u"]}""", """{"userIds":["u"]}"""], service.Handler.Sent.Select(sent => sent.Body));
    }

    [Fact]
    public async Task Callers_own_authorization_requests_no_key()
    {
        using var service = new Service(_ => """{"statusCode":401}""");
        var provider = new KeyProvider("a");

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Create(service, provider).CallAsync(new RequestOptions { Headers = { ["Authorization"] = "Bearer own" } }));

        Assert.Equal(0, provider.Calls);
    }

    [Fact]
    public void Explained_signature_is_that_of_the_provided_key()
    {
        using var handler = new StubHandler();

        Assert.StartsWith("GenAuth prov…ider:", Create(handler, new KeyProvider("provided-by-a-provider")).ExplainSignature(HttpMethod.Get, ManagementClients.Path).Authorization, StringComparison.Ordinal);
    }

    private static ManagementClient Client(KeyService service, IAccessKeyProvider provider) => Create(service.Handler, provider);

    private static ManagementClient Create(HttpMessageHandler handler, IAccessKeyProvider provider, Action<ManagementClientOptions>? change = null) =>
        ManagementClients.Create(handler, options =>
        {
            (options.AccessKeyId, options.AccessKeySecret, options.AccessKeyProvider) = ("", "", provider);
            change?.Invoke(options);
        });
}
