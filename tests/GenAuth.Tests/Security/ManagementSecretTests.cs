using System.Net;
using GenAuth.Authorization.Signature;
using GenAuth.Authorization.Token;
using GenAuth.Settings;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>Exceptions and objects of the management client show neither key, signature, token nor body.</summary>
public sealed class ManagementSecretTests
{
    private const string Token = "canary-token";

    public static TheoryData<string> Errors =>
    [
        """{"statusCode":401,"apiCode":1300,"message":"No.","data":{"secret":"canary-data"}}""",
        """{"statusCode":500,"data":{"access_token":"canary-data"}}""",
        """{"statusCode":200,"data":{"access_token":"canary-data""",
        "<html>canary-data",
        "",
    ];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Exception_of_a_refused_signed_call_shows_neither_key_nor_signature_nor_body(string response)
    {
        using var service = new StubHandler(response);
        await AssertSilentAsync(service, ManagementClients.Create(service));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    [InlineData("""{"statusCode":200,"data":{"access_token":{"canary-data":1}}}""")]
    [InlineData("""{"statusCode":200,"data":{"access_token":"canary data"}}""")]
    public async Task Exception_of_a_refused_token_exchange_shows_neither_key_nor_body(string response)
    {
        using var service = new StubHandler(response);
        await AssertSilentAsync(service, ManagementClients.WithToken(service));
    }

    [Fact]
    public async Task Exception_of_a_refused_call_with_a_token_does_not_show_the_token()
    {
        using var service = new Service(sent => sent.Uri.AbsolutePath == TokenService.TokenPath
            ? Success()
            : """{"statusCode":403}""");
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => ManagementClients.WithToken(service).CallAsync());

        Assert.DoesNotContain(Token, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exception_of_a_broken_connection_does_not_show_the_secret()
    {
        using var service = new Service(_ => Task.FromException<HttpResponseMessage>(new HttpRequestException("Broken.", null, HttpStatusCode.BadGateway)));
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => ManagementClients.WithToken(service).CallAsync());

        Assert.DoesNotContain(ManagementClients.Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_of_objects_that_hold_a_secret_does_not_show_it()
    {
        using var handler = new StubHandler();
        var options = ManagementClients.Options();
        var settings = ManagementSettings.From(options);
        object[] holders =
        [
            options,
            settings,
            settings.Transport,
            ManagementClients.Create(handler),
            new SigningKey("key", ManagementClients.Secret, Edition.GenAuth),
            new SignatureAuthorization(settings),
            new ManagementToken(Token, default, default),
            SharedTokenEntry.Create(new ManagementToken(Token, default, default)),
            new SharedTokenCache(new RecordingCache(), settings, settings.AccessKey!, new AesGcmProtection()),
            SharedTokenKeys.Derive(settings, settings.AccessKey!, format: 2),
            new ManagementTokenResponse { Data = new() { AccessToken = Token } },
        ];

        Assert.Equal("ManagementClientOptions", options.ToString());
        Assert.All(holders, holder => Assert.DoesNotContain(ManagementClients.Secret, holder.ToString(), StringComparison.Ordinal));
        Assert.All(holders, holder => Assert.DoesNotContain("canary", holder.ToString(), StringComparison.Ordinal));
    }

    private static async Task AssertSilentAsync(StubHandler service, ManagementClient client)
    {
        var exception = await Assert.ThrowsAnyAsync<GenAuthException>(() => client.CallAsync());

        var signature = service.Sent[0].Header("Authorization")?.Split(':')[1] ?? "none was sent";
        Assert.All(
            [ManagementClients.Secret, "canary", signature],
            secret => Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal));
    }

    private static string Success() => $$$"""{"statusCode":200,"data":{"access_token":"{{{Token}}}","expires_in":7200}}""";
}
