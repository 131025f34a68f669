using System.Reflection;
using GenAuth.Tests.Conventions;
using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>ToString of public objects, which debuggers, logs and interpolations call. Extensible enums show their value.</summary>
public sealed class ToStringTests
{
    /// <summary>Converters hold no values.</summary>
    public static TheoryData<Type> Classes =>
        [.. PublicSurface.Types.Where(type => type is { IsClass: true, IsAbstract: false, Namespace: not "GenAuth.Models" } && !typeof(System.Text.Json.Serialization.JsonConverter).IsAssignableFrom(type)).Select(type => type.IsGenericType ? type.MakeGenericType(typeof(string)) : type)];

    [Fact]
    public void ToString_of_a_model_shows_no_value()
    {
        var values = new CanaryValue("model");
        var models = PublicSurface.Types.Where(type => type is { IsClass: true, Namespace: "GenAuth.Models" }).Select(values.Model).ToList();

        Assert.All(models, model => Assert.Equal(model.GetType().FullName, model.ToString()));
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task ToString_of_other_public_types_shows_no_value(Type type)
    {
        var made = await MakeAsync(type);

        Assert.IsType(type, made);
        Assert.Empty(Canary.In(made.ToString()));
    }

    private static async Task<object> MakeAsync(Type type)
    {
        using var handler = new StubHandler($$"""{"statusCode":200,"data":{"authInfo":"{{Canary.At("response")}}""");
        if (typeof(GenAuthApiException).IsAssignableFrom(type))
        {
            return Activator.CreateInstance(type, Error())!;
        }

        return type.Name switch
        {
            nameof(AuthenticationClient) => Authentication(handler),
            nameof(AuthenticationClientOptions) => Fill(new AuthenticationClientOptions()),
            nameof(ManagementClient) => Management(handler),
            nameof(ManagementClientOptions) => Fill(new ManagementClientOptions()),
            nameof(RequestOptions) => new RequestOptions { AccessToken = Canary.At("token"), Language = Canary.At("language"), Headers = { ["x"] = Canary.At("header") } },
            nameof(TlsOptions) => new TlsOptions { ClientCertificate = ConnectionTests.Certificate("options") },
            nameof(RetryOptions) => new RetryOptions { ShouldRetry = _ => Canary.At("closure").Length > 0 },
            nameof(RetryAttempt) => await RetryAttemptAsync(),
            nameof(FileUpload) => new FileUpload(System.Text.Encoding.ASCII.GetBytes(Canary.At("file")), Canary.At("file.name")),
            nameof(AlipayAuthInfo) => AlipayAuthInfo.Parse($"app_id={Canary.At("app")}&sign={Canary.At("sign")}"),
            nameof(AlipaySignatureVerification) => VerifyAlipaySignature($"app_id={Canary.At("app")}&sign={Canary.At("sign")}"),
            nameof(SignatureExplanation) => Management(handler).ExplainSignature(HttpMethod.Post, "/p", body: new { password = Canary.At("password"), user = new { token = Canary.At("token") } }),
            nameof(GenAuthApiError) => Error(),
            nameof(GenAuthResponseInfo) => Response(),
            nameof(GenAuthRateLimit) => Response().RateLimit!,
            "GenAuthResponse`1" => new GenAuthResponse<string>(Canary.At("value"), Response()),
            nameof(AccessKey) => new AccessKey(Canary.At("id"), Canary.At("secret")),
            nameof(GenAuthCredentialException) => new GenAuthCredentialException("op", "Provider", "threw an exception."),
            nameof(GenAuthConnectionException) => new GenAuthConnectionException("op", new HttpRequestException("Broken.")),
            nameof(GenAuthTimeoutException) => new GenAuthTimeoutException("op", TimeSpan.FromSeconds(1)),
            nameof(GenAuthInvalidResponseException) => await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Authentication(handler).GetAlipayAuthInfoAsync(Canary.At("connection"))),
            "Page`1" => new Page<string>([Canary.At("item")], continuationToken: Canary.At("token")),
            _ when type.Name.EndsWith("Options", StringComparison.Ordinal) => Fill(Activator.CreateInstance(type)!),
            nameof(SchemaDrift) => await SchemaDriftAsync(),
            _ => throw new NotSupportedException($"Define how a {type.Name} is made with a canary in all that it holds."),
        };
    }

    private static AlipaySignatureVerification VerifyAlipaySignature(string authInfo)
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        return AlipayAuthInfo.Parse(authInfo).VerifySignature(key);
    }

    private static GenAuthApiError Error() => new() { Operation = "op", StatusCode = 403, Message = "plain", RequestId = "plain", ErrorData = Canary.At("data"), Response = Response() };

    private static GenAuthResponseInfo Response()
    {
        using var response = new HttpResponseMessage { Headers = { { "Set-Cookie", Canary.At("cookie") }, { "x-ratelimit-limit", "100" } }, Content = new StringContent("{}") };
        response.Content.Headers.Add("x-content", Canary.At("content"));
        return new(response, Canary.At("request-id"));
    }

    private static AuthenticationClient Authentication(StubHandler handler) =>
        Clients.Create(handler, options => (options.AppId, options.AppSecret, options.AccessToken, options.TenantId) = (Canary.At("id"), Canary.At("secret"), Canary.At("token"), Canary.At("tenant")));

    private static ManagementClient Management(StubHandler handler) =>
        ManagementClients.Create(handler, options => (options.AccessKeySecret, options.TenantId) = (Canary.At("secret"), "plain"));

    private static object Fill(object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)))
        {
            property.SetValue(options, Canary.At("options." + property.Name));
        }

        return options;
    }

    private static async Task<SchemaDrift> SchemaDriftAsync()
    {
        var recorder = new DriftRecorder();
        using var handler = new StubHandler($$$"""{"statusCode":200,"message":"{{{Canary.At("message")}}}","data":{"authInfo":"a","{{{Canary.At("member")}}}":"{{{Canary.At("value")}}}"}}""");
        await Clients.Create(handler, options => options.SchemaDriftObserver = recorder).GetAlipayAuthInfoAsync(Canary.At("connection"));
        return recorder.Only;
    }

    private static async Task<RetryAttempt> RetryAttemptAsync()
    {
        RetryAttempt? made = null;
        using var handler = new StubHandler($$$"""{"statusCode":503,"data":{"a":"{{{Canary.At("data")}}}"}}""");
        var client = Clients.Create(handler, options => options.Retry = new()
        {
            ShouldRetry = attempt =>
            {
                made = attempt;
                return false;
            },
        });
        await Assert.ThrowsAsync<GenAuthServerException>(() => client.GetAlipayAuthInfoAsync("my-alipay"));
        return made!;
    }
}
