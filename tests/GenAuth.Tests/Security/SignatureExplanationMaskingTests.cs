using CsCheck;
using GenAuth.Models;
using GenAuth.Tests.Diagnostics.Canaries;
using GenAuth.Tests.Document;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>What <c>ExplainSignature</c> shows can be put into a log or a ticket: it holds no secret, no personal value and no credential.</summary>
public sealed class SignatureExplanationMaskingTests
{
    private const string Canary = "canary-7c1f";

    /// <summary>Every type of a request body that an operation of the management API has.</summary>
    private static IEnumerable<Type> Bodies =>
        typeof(ManagementClient).GetMethods().SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type.IsSubclassOf(typeof(ExtensibleObject))).Distinct();

    [Fact]
    public void Body_of_every_documented_type_shows_no_marked_and_no_unknown_member()
    {
        var leaks = new List<string>();
        foreach (var type in Bodies)
        {
            var body = new CanaryValue("explained").Model(type);
            var text = Client().ExplainSignature(HttpMethod.Post, "/api/v3/x", body: body).ToString();
            leaks.AddRange(Diagnostics.Canaries.Canary.In(text).Select(canary => $"{type.Name}: {canary}"));
        }

        Report.None(leaks, "Mark the member with x-sensitive.");
    }

    [Fact]
    public void Body_of_a_documented_type_shows_its_other_members()
    {
        var body = new CreateUserReqDto { Username = Canary, Password = Canary, Status = UserStatus.Activated, AdditionalProperties = { [Canary] = Canary } };

        Assert.Equal("/p?***=***&password=***&status=Activated&username=***", Client().ExplainSignature(HttpMethod.Post, "/p", body: body).Resource);
    }

    [Fact]
    public void Body_of_a_derived_type_is_masked_as_a_whole() => Assert.Equal(
        "/p?password=***&secretOfMine=***&status=***",
        Client().ExplainSignature(HttpMethod.Post, "/p", body: new Derived { Password = Canary, Status = UserStatus.Activated, SecretOfMine = Canary }).Resource);

    [Theory]
    [InlineData("password")]
    [InlineData("pass.word")]
    [InlineData("pass\u200bword")]
    [InlineData("note")]
    [InlineData("id_of_person")]
    [InlineData("client_secret")]
    [InlineData("canary-7c1f")]
    public void Body_of_an_unknown_type_shows_no_value_whatever_its_name(string name)
    {
        object[] bodies =
        [
            new Dictionary<string, object> { [name] = Canary },
            new Dictionary<string, object> { [name] = $$"""{"password":"{{Canary}}"}""" },
            new Dictionary<string, object> { [name] = new object[] { new { a = Canary }, new Dictionary<string, object> { [Canary] = 1 } } },
            new JObject { [name] = new JObject { [Canary] = Canary } },
            new[] { Canary },
        ];

        Assert.All(bodies, body => Assert.DoesNotContain(Canary, Client().ExplainSignature(HttpMethod.Post, "/p", body: body).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Body_of_any_json_shows_names_of_members_only() => AnyJson.ObjectOf(Gen.OneOf(Gen.Const("a"), AnyJson.Text), AnyJson.Value, 4).Sample(
        json =>
        {
            var parameters = Client().ExplainSignature(HttpMethod.Post, "/p", body: json).Resource.Split('?', '&').Skip(1);
            return parameters.All(parameter => parameter.EndsWith("=***", StringComparison.Ordinal) && parameter.Split('=')[0] is var name && (name == "***" || name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')));
        },
        iter: 500,
        print: AnyJson.Write);

    [Theory]
    [InlineData("password")]
    [InlineData("userId")]
    [InlineData("userIds[]")]
    [InlineData("canary-7c1f")]
    public void Query_shows_no_value(string name)
    {
        var explanation = Client().ExplainSignature(HttpMethod.Get, "/p", [new(name, Canary), new("also", Canary)]);

        Assert.DoesNotContain(Canary, explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("also=***", explanation.Resource, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-genauth-device-token")]
    [InlineData("x-genauth-note")]
    [InlineData("x-genauth-")]
    public void Header_that_the_SDK_does_not_set_is_masked(string name)
    {
        var explanation = Client().ExplainSignature(HttpMethod.Get, "/p", requestOptions: new RequestOptions { Headers = { [name] = Canary } });

        Assert.DoesNotContain(Canary, explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains(new(name, "***"), explanation.SignedHeaders);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Explanation_is_no_credential(bool showValues)
    {
        var vector = SignatureVector.All.Single(vector => vector is { Title: "GET for a tenant", Edition: Edition.GenAuth });
        var text = Client(options => (options.Language, options.TenantId) = (vector.Headers["lang"], vector.Headers["app-tenant-id"]))
            .ExplainSignature(HttpMethod.Get, vector.Path, vector.Query, requestOptions: new() { Headers = { ["x-genauth-sdk-version"] = "genauth-dotnet-sdk:1.0.0" } }, showValues: showValues)
            .ToString();

        Assert.Contains(vector.Signature[..8] + "…", text, StringComparison.Ordinal);
        Assert.DoesNotContain(vector.Signature[..9], text, StringComparison.Ordinal);
        Assert.DoesNotContain(SignatureVector.AccessKeySecret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(SignatureVector.AccessKeyId, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Short_access_key_id_is_abbreviated_too() => Assert.Contains(
        "GenAuth k…:", Client(options => options.AccessKeyId = "key").ExplainSignature(HttpMethod.Get, "/p").Authorization, StringComparison.Ordinal);

    [Fact]
    public void Values_are_shown_on_request()
    {
        var explanation = Client().ExplainSignature(
            HttpMethod.Post, "/p", body: new { note = "visible" }, requestOptions: new() { Headers = { ["x-genauth-note"] = "visible-too" } }, showValues: true);

        Assert.Equal("/p?note=visible", explanation.Resource);
        Assert.Contains(new("x-genauth-note", "visible-too"), explanation.SignedHeaders);
    }

    private static ManagementClient Client(Action<ManagementClientOptions>? change = null) => ManagementClients.Create(new StubHandler(), options =>
    {
        (options.AccessKeyId, options.AccessKeySecret) = (SignatureVector.AccessKeyId, SignatureVector.AccessKeySecret);
        (options.NonceGenerator, options.TimeProvider) = (() => SignatureVector.Nonce, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(SignatureVector.Date));
        change?.Invoke(options);
    });

    private sealed class Derived : CreateUserReqDto
    {
        [Newtonsoft.Json.JsonProperty("secretOfMine")]
        public string? SecretOfMine { get; set; }
    }
}
