using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Compatibility;

/// <summary>The builds for older frameworks sign as the newest one does.</summary>
[Trait("Category", "Extended")]
public sealed class OlderFrameworkSignatureTests
{
    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Signature_equals_that_of_the_reference_implementation(string framework)
    {
        var vector = SignatureVector.All.Single(vector => vector is { Title: "POST with null, empty text, numbers and empty containers", Edition: Edition.GenAuth });
        using var handler = new StubHandler();
        var library = BuiltLibrary.Load("GenAuth", framework);
        dynamic options = Activator.CreateInstance(library.GetType("GenAuth.ManagementClientOptions", throwOnError: true)!)!;
        options.AccessKeyId = SignatureVector.AccessKeyId;
        options.AccessKeySecret = SignatureVector.AccessKeySecret;
        options.Language = vector.Headers["lang"];
        options.TimeProvider = new FakeTimeProvider(SignatureVector.Date);
        options.NonceGenerator = (Func<string>)(() => SignatureVector.Nonce);
        using var httpClient = new HttpClient(handler);
        dynamic client = Activator.CreateInstance(library.GetType("GenAuth.ManagementClient", throwOnError: true)!, (object)options, httpClient)!;
        dynamic call = Activator.CreateInstance(library.GetType("GenAuth.RequestOptions", throwOnError: true)!)!;
        call.Headers["x-genauth-sdk-version"] = vector.Headers["sdk-version"];

        await client.SendAsync<JObject>(HttpMethod.Post, vector.Path, null, JToken.Parse(vector.Body!), call);

        Assert.Equal(vector.Authorization, handler.Only.Header("Authorization"));
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Key_is_exchanged_for_a_token_once(string framework)
    {
        var service = new GenAuth.Tests.Management.TokenService();
        var library = BuiltLibrary.Load("GenAuth", framework);
        dynamic options = Activator.CreateInstance(library.GetType("GenAuth.ManagementClientOptions", throwOnError: true)!)!;
        options.AccessKeyId = "key";
        options.AccessKeySecret = "secret";
        options.AuthorizationMethod = (dynamic)Enum.Parse(library.GetType("GenAuth.ManagementAuthorizationMethod", throwOnError: true)!, "ManagementToken");
        using var httpClient = new HttpClient(service.Handler);
        dynamic client = Activator.CreateInstance(library.GetType("GenAuth.ManagementClient", throwOnError: true)!, (object)options, httpClient)!;

        await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");
        await client.SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");

        Assert.Equal(["token-1", "token-1"], service.TokensUsed);
    }
}
