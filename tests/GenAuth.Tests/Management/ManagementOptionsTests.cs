using GenAuth.Tests.Support;

namespace GenAuth.Tests.Management;

public sealed class ManagementOptionsTests
{
    public static TheoryData<string, Action<ManagementClientOptions>> Mistakes => new()
    {
        { "AccessKeyId is empty. Set it to the user pool's ID", options => options.AccessKeyId = null! },
        { "AccessKeyId is empty. Set it to the user pool's ID", options => options.AccessKeyId = " " },
        { "AccessKeyId holds a blank, a line break", options => options.AccessKeyId = "key " },
        { "AccessKeyId holds a blank, a line break", options => options.AccessKeyId = "key\r\nx-forged: 1" },
        { "AccessKeyId holds a colon", options => options.AccessKeyId = "key:hunter2" },
        { "AccessKeySecret is empty. Set it to the secret that belongs to AccessKeyId", options => options.AccessKeySecret = null! },
        { "AccessKeySecret is empty. Set it to the secret that belongs to AccessKeyId", options => options.AccessKeySecret = "" },
        { "AccessKeySecret holds a blank, a line break", options => options.AccessKeySecret = "hunter2\n" },
        { "AccessKeyProvider is set beside AccessKeyId or AccessKeySecret. Remove the provider or the key", options => options.AccessKeyProvider = new Credentials.KeyProvider("a") },
        { "Host is plain http to another machine", options => options.Host = "http://api.genauth.ai" },
        { "Host is not an absolute address", options => options.Host = "/api" },
        { "Host holds more than scheme and host", options => options.Host = "https://api.genauth.ai/api/v3" },
        { "Host holds user information", options => options.Host = "https://user:hunter2@api.genauth.ai" },
        { "AuthorizationMethod is not a defined value. Use Signature or ManagementToken", options => options.AuthorizationMethod = (ManagementAuthorizationMethod)7 },
        { "ShareTokenThroughDistributedCache is set, but there is no cache. Register an IDistributedCache", options => options.ShareTokenThroughDistributedCache = true },
        { "Language holds a line break", options => options.Language = "en\nx-forged: 1" },
        { "TenantId holds a line break", options => options.TenantId = "tenant\n" },
        { "Edition is not a defined value. Use GenAuth or Authing", options => options.Edition = (Edition)7 },
        { "Timeout must be greater than zero", options => options.Timeout = TimeSpan.Zero },
        { "MaxClockSkew must be between 0 and 24 hours", options => options.MaxClockSkew = TimeSpan.FromTicks(-1) },
        { "MaxClockSkew must be between 0 and 24 hours", options => options.MaxClockSkew = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) },
        { "MaxResponseBytes must be between 1 and 2147483647", options => options.MaxResponseBytes = 0 },
        { "MaxResponseValues must be at least 1", options => options.MaxResponseValues = 0 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Invalid_setting_is_refused_with_its_name_and_remedy(string message, Action<ManagementClientOptions> mistake)
    {
        var options = ManagementClients.Options(mistake);

        var exception = Assert.Throws<ArgumentException>(nameof(options), () => new ManagementClient(options));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_invalid_settings_are_reported_at_once()
    {
        var exception = Assert.Throws<ArgumentException>(() => new ManagementClient(new ManagementClientOptions { Host = "/", Timeout = TimeSpan.Zero }));

        Assert.All(
            ["AccessKeyId is empty", "AccessKeySecret is empty", "Host is not", "Timeout must be"],
            part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_arguments_are_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("options", () => new ManagementClient(null!));
        Assert.Throws<ArgumentNullException>("httpClient", () => new ManagementClient(ManagementClients.Options(), (HttpClient)null!));
    }

    [Theory]
    [InlineData(null, Edition.GenAuth, "https://api.genauth.ai")]
    [InlineData("", Edition.GenAuth, "https://api.genauth.ai")]
    [InlineData(null, Edition.Authing, "https://api.authing.cn")]
    [InlineData("core.genauth.ai", Edition.GenAuth, "https://core.genauth.ai")]
    [InlineData("http://localhost:3000/", Edition.Authing, "http://localhost:3000")]
    public void Host_defaults_to_that_of_the_edition(string? host, Edition edition, string address)
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler, options => (options.Host, options.Edition) = (host, edition));

        Assert.Equal("ManagementClient for " + address, client.ToString());
    }

    [Fact]
    public async Task Change_of_the_options_does_not_affect_an_existing_client()
    {
        var options = ManagementClients.Options(o => (o.Language, o.TenantId, o.NonceGenerator) = ("ja-JP", "tenant", () => "nonce"));
        using var handler = new StubHandler();
        var client = new ManagementClient(options, new HttpClient(handler));

        options.AccessKeyId = "other";
        options.AccessKeySecret = "other";
        options.Host = "https://other.genauth.ai";
        options.Edition = Edition.Authing;
        options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken;
        options.Language = "zh-CN";
        options.TenantId = "other";
        options.NonceGenerator = () => "other";
        options.TimeProvider = null;
        options.Timeout = TimeSpan.Zero;
        options.MaxResponseBytes = 0;
        await client.CallAsync();

        Assert.Equal("https://api.genauth.ai/api/v3/list-roles", handler.Only.Uri.AbsoluteUri);
        Assert.StartsWith("GenAuth key-of-the-pool:", handler.Only.Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal("ja-JP", handler.Only.Header("x-genauth-lang"));
        Assert.Equal("tenant", handler.Only.Header("x-genauth-app-tenant-id"));
        Assert.Equal("nonce", handler.Only.Header("x-genauth-signature-nonce"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData(null)]
    public async Task A_nonce_that_no_header_can_carry_is_refused_before_anything_is_sent(string? nonce)
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler, options => options.NonceGenerator = () => nonce!);

        Assert.Contains("NonceGenerator", (await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync())).Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task An_end_users_token_is_refused_before_anything_is_sent()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new RequestOptions { AccessToken = "hunter2" }));

        Assert.StartsWith("AccessToken is an end user's", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }
}
