using GenAuth.Tests.Shared;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Management;

/// <summary>Compares the client's requests, as a server receives them, with those of another implementation of the protocol.</summary>
public sealed class SignatureVectorTests
{
    private const string OwnHeader = "sdk-version";

    public static TheoryData<string> Vectors => [.. SignatureVector.All.Select(vector => vector.ToString())];

    [Fact]
    public void Vectors_are_ten_requests_of_which_seven_are_for_both_editions()
    {
        Assert.Equal(10, SignatureVector.All.Count(vector => vector.Edition == Edition.GenAuth));
        Assert.Equal(7, SignatureVector.All.Count(vector => vector.Edition == Edition.Authing));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task The_received_request_has_the_text_and_the_signature_of_the_other_implementation(string title)
    {
        var vector = SignatureVector.All.Single(vector => vector.ToString() == title);
        var received = await SendAsync(vector);

        // One vector is from a client without a version header, which this client always sends.
        var text = received.TextToSign(vector.Prefix);
        var comparable = vector.Headers.ContainsKey(OwnHeader) ? text : WithoutLine(text, vector.Prefix + OwnHeader);

        Assert.Equal(vector.Text, comparable);
        Assert.Equal(vector.Signature, CapturedRequest.Sign(comparable));
        Assert.Equal(vector.Authorization.Replace(vector.Signature, CapturedRequest.Sign(text), StringComparison.Ordinal), received.Header("authorization"));
    }

    private static async Task<CapturedRequest> SendAsync(SignatureVector vector)
    {
        await using var server = ManagementTest.Returning(_ => ManagementTest.Success);
        var client = server.Management(options =>
        {
            options.Edition = vector.Edition;
            options.TimeProvider = new StandingClock(SignatureVector.Date);
            options.NonceGenerator = () => SignatureVector.Nonce;
            options.Language = vector.Headers.GetValueOrDefault("lang");
            options.TenantId = vector.Headers.GetValueOrDefault("app-tenant-id");
        });
        var call = new RequestOptions();
        if (vector.Headers.TryGetValue(OwnHeader, out var version))
        {
            call.Headers[vector.Prefix + OwnHeader] = version;
        }

        await client.SendAsync<JObject>(
            new HttpMethod(vector.Method), vector.Path, vector.Query, vector.Body is null ? null : JToken.Parse(vector.Body), call);
        return Assert.Single(server.Captured());
    }

    private static string WithoutLine(string text, string name) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith(name + ":", StringComparison.Ordinal)));
}
