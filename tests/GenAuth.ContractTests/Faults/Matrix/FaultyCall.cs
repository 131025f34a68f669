using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>A call by its verb and its retry safety.</summary>
/// <param name="Name">Verb and retry safety.</param>
/// <param name="Column">Its column in <see cref="ExpectedOutcomes"/>.</param>
/// <param name="SendAsync">Makes the call and returns the message of the response.</param>
internal sealed record FaultyCall(string Name, int Column, Func<AuthenticationClient, Task<string?>> SendAsync)
{
    private const int WithoutBody = 0;
    private const int WithBody = 1;
    private const int Never = 2;

    public static IReadOnlyList<FaultyCall> All { get; } =
    [
        new("GET, read", WithoutBody, async client => (await client.GetAlipayAuthInfoAsync(TestClient.Connection)).Message),
        new("DELETE, idempotent", WithoutBody, async client => (string?)(await client.DeleteWebAuthnCredentialAsync("c"))["message"]),
        new("POST, read", WithBody, async client => (await client.CheckPermissionByStringResourceAsync(new CheckPermissionStringResourceDto())).Message),
        new("POST, idempotent", WithBody, async client => (await client.UnlinkExtIdpAsync(new UnlinkExtIdpDto())).Message),
        new("POST, never", Never, async client => (await client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code)).Message),
        new("POST without a body, never", Never, async client => (await client.GenerateUniversalInvitationByMemberAsync()).Message),
        new("GET, never", Never, async client => (await client.GenerateCaptchaCodeAsync()).Message),
        new("DELETE, never", Never, async client => (string?)(await client.SendAsync<JObject>(HttpMethod.Delete, "/api/v3/anything"))["message"]),
    ];

    public static FaultyCall Get(string name) => All.Single(call => call.Name == name);
}
