using System.Text.RegularExpressions;
using CsCheck;
using GenAuth.ContractTests.Management;
using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Requests;

/// <summary>
/// Any text in an option or an argument is refused before anything is sent, or the request has the same form as
/// with harmless text.
/// </summary>
public sealed partial class InjectionTests
{
    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf("\r\n", "\n", "\r", "\0", "\t", "\v", "\f", "\u001b", "\u007f", "\u0085", "\u2028", "\u560d\u560a", "č", "\ud800", "%0d%0a", "\"", "; ", "x-forged: 1", "Host: evil.example", "GET / HTTP/1.1", "a", " ")
            .Array[1, 6].Select(string.Concat),
        Gen.String[Gen.Char['\0', '\u0100'], 1, 12]);

    private static readonly Dictionary<string, Func<string, string, Task>> Ways = new()
    {
        [nameof(AuthenticationClientOptions.AppId)] = Option((options, text) => options.AppId = text),
        [nameof(AuthenticationClientOptions.AppSecret)] = Option((options, text) => options.AppSecret = text),
        ["AppSecret as Basic"] = Option((options, text) => (options.AppSecret, options.TokenEndpointAuthMethod) = (text, TokenEndpointAuthMethod.ClientSecretBasic)),
        [nameof(AuthenticationClientOptions.AppHost)] = Option((options, text) => options.AppHost += text),
        [nameof(AuthenticationClientOptions.AccessToken)] = Option((options, text) => options.AccessToken = text),
        [nameof(AuthenticationClientOptions.Language)] = Option((options, text) => options.Language = text),
        [nameof(AuthenticationClientOptions.TenantId)] = Option((options, text) => options.TenantId = text),
        [nameof(ManagementClientOptions.AccessKeyId)] = Management((options, text) => options.AccessKeyId = text),
        [nameof(ManagementClientOptions.AccessKeySecret)] = Management((options, text) => options.AccessKeySecret = text),
        [nameof(ManagementClientOptions.Host)] = Management((options, text) => options.Host += text),
        [nameof(ManagementClientOptions.NonceGenerator)] = Management((options, text) => options.NonceGenerator = () => text),
        ["call's AccessToken"] = Call((client, text) => client.GetAlipayAuthInfoAsync("c", new RequestOptions { AccessToken = text })),
        ["call's Language"] = Call((client, text) => client.GetAlipayAuthInfoAsync("c", new RequestOptions { Language = text })),
        ["header's value"] = Call((client, text) => client.GetAlipayAuthInfoAsync("c", new RequestOptions { Headers = { ["x-mine"] = text } })),
        ["header's name"] = Call((client, text) => client.GetAlipayAuthInfoAsync("c", new RequestOptions { Headers = { ["x-mine" + text] = "1" } })),
        ["WithAccessToken"] = Call((client, text) => client.WithAccessToken(text).GetAlipayAuthInfoAsync("c")),
        ["parameter of the query"] = Call((client, text) => client.GetAlipayAuthInfoAsync(text)),
        ["member of a body"] = Call((client, text) => client.SignInByAlipayAsync(text, text)),
        ["segment of the path"] = Call((client, text) => client.RemoveCredentialAsync(text, new WebAuthnRemoveCredentialDto())),
        ["method of a call"] = Call((client, text) => client.SendAsync<JToken>(Verb("GET" + text), "/p")),
        ["path of a call"] = Call((client, text) => client.SendAsync<JToken>(HttpMethod.Get, "/p" + text)),
        ["name in a query"] = Call((client, text) => client.SendAsync<JToken>(HttpMethod.Get, "/p", [new(text, "v")])),
        ["value in a query"] = Call((client, text) => client.SendAsync<JToken>(HttpMethod.Get, "/p", [new("n", text)])),
        ["body of a call"] = Call((client, text) => client.SendAsync<JToken>(HttpMethod.Post, "/p", body: new Dictionary<string, string> { [text] = text })),
        ["field of a form"] = Call((client, text) => client.VerifyMfaTokenAsync(new MfaTokenIntrospectEndpointParams { Token = text })),
        ["name of a file"] = Upload(text => new FileUpload("x"u8.ToArray(), text)),
        ["type of a file"] = Upload(text => new FileUpload("x"u8.ToArray(), "a.xlsx", "text/csv; name=\"" + text + "\"")),
    };

    public static TheoryData<string> Names { get; } = [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Hostile_text_stays_in_its_part_of_the_request(string way)
    {
        await using var server = new RawServer(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                await connection.SendJsonAsync(ManagementTest.Success);
            }
        });
        var sent = 0;
        await Hostile.SampleAsync(
            async text =>
            {
                var exception = await Record.ExceptionAsync(() => Ways[way](server.Url, text));

                if (exception is ArgumentException or InvalidOperationException)
                {
                    Assert.Equal(sent, server.Requests.Count);
                    return;
                }

                // The response does not match the operation, which does not matter here.
                Assert.True(exception is null or GenAuthInvalidResponseException, exception?.ToString());
                Assert.Equal(++sent, server.Requests.Count);
                AssertWellFormed(server.Requests[^1], server.Url);
            },
            iter: 200,
            threads: 1);
    }

    private static void AssertWellFormed(string request, string url)
    {
        var (head, body) = (request.Split("\r\n\r\n", 2)[0], request.Split("\r\n\r\n", 2)[1]);
        var lines = head.Split("\r\n");
        Assert.Matches(RequestLine(), lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(HeaderLine(), line));
        Assert.Contains("Host: " + new Uri(url).Authority, lines);
        var names = lines[1..].Select(line => line.Split(':')[0].ToLowerInvariant()).ToList();
        Assert.Equal(names.Distinct(), names);

        // Only a multipart body has lines: two boundaries, the part's two headers, a blank line, the content.
        var rows = body.Split("\r\n");
        Assert.True(rows.Length is 1 or 7, body);
        Assert.All(rows, row => Assert.DoesNotMatch(Control(), row));
    }

    [GeneratedRegex(@"\A[!-~]+ /[!-~]* HTTP/1\.1\z")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"\A((Host|Accept|Accept-Encoding|User-Agent|Authorization|Date|Content-(Type|Length)|x-genauth-(app-id|app-tenant-id|lang|sdk-version|signature-[a-z]+)): [ -~]*|x-mine[!-9;-~]*: [\t -~]*)\z")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"[\x00-\x08\x0a-\x1f]")]
    private static partial Regex Control();

    private static Func<string, string, Task> Option(Action<AuthenticationClientOptions, string> set) => (url, text) =>
        new AuthenticationClient(TestClient.Options(url, options => set(options, text))).SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

    private static Func<string, string, Task> Management(Action<ManagementClientOptions, string> set) => (url, text) =>
        new ManagementClient(ManagementTest.Options(url, options => set(options, text))).SendAsync<JToken>(HttpMethod.Get, "/p");

    private static Func<string, string, Task> Call(Func<AuthenticationClient, string, Task> call) => (url, text) =>
        call(new AuthenticationClient(TestClient.Options(url)), text);

    private static Func<string, string, Task> Upload(Func<string, FileUpload> make) => (url, text) =>
        new ManagementClient(ManagementTest.Options(url)).UploadInviteesAsync(isPrivate: true, make(text));

    /// <summary>Converts the platform's exception for an invalid verb to that of the SDK.</summary>
    private static HttpMethod Verb(string text)
    {
        try
        {
            return new HttpMethod(text);
        }
        catch (FormatException exception)
        {
            throw new ArgumentException(exception.Message, nameof(text));
        }
    }
}
