using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Conformance;

/// <summary>Breaks requests and responses on purpose, and fails unless the conformance test finds each of these faults.</summary>
internal sealed class SelfCheck(ApiDocument document, Clients clients, string address)
{
    // A page of the user's devices: a query of two numbers. A decision about a push code: a body with an enum.
    private const string Query = "Authentication_list";
    private const string Body = "Authentication_changePushCodeStatus";
    private const string Form = "Authentication_verifyMfaToken";
    private const string File = "Management_upload";
    private const string List = "Management_getAccessKeyList";
    private const string Signed = "Management_changeExtIdpConnState";

    private static readonly Plant[] Plants =
    [
        new("an undeclared query parameter", Query, "query", QueryText(query => query + "&extra=1")),
        new("a query name in the wrong case", Query, "query", QueryText(query => query.Replace("page=", "Page=", StringComparison.Ordinal))),
        new("a query parameter twice", Query, "query", QueryText(query => query + "&page=1")),
        new("a number that is none", Query, "query", QueryText(query => query.Replace("page=1", "page=one", StringComparison.Ordinal))),
        new("a list without its brackets", List, "query", QueryText(query => query.Replace("%5B%5D", string.Empty, StringComparison.OrdinalIgnoreCase))),
        new("a query parameter left out", Query, "incomplete", QueryText(query => query.Split('&')[0])),
        new("another value than was given", Query, "sent", QueryText(query => query.Replace("page=1", "page=7", StringComparison.Ordinal))),
        new("an undeclared member", Body, "body", Json(body => body["extra"] = 1)),
        new("a member in the wrong case", Body, "body", Json(body => Rename(body, "pushCodeId", "PushCodeId"))),
        new("a value outside of its enum", Body, "body", Json(body => body["action"] = "NOT_A_VALUE")),
        new("a required member left out", Body, "body", Json(body => body.Remove("pushCodeId"))),
        new("a member of the wrong type", Body, "body", Json(body => body["pushCodeId"] = 1)),
        new("an optional member left out", Signed, "incomplete", Json(body => body.Remove("tenantId"))),
        new("a body of another type", Body, "content-type", message => message.Content!.Headers.ContentType = new("text/json")),
        new("a body where none belongs", Query, "body", message => message.Content = new StringContent("{}", Encoding.UTF8, "application/json")),
        new("an undeclared field of a form", Form, "body", message => message.Content = new FormUrlEncodedContent([new("token", "t"), new("extra", "1")])),
        new("a file under another name", File, "body", message => message.Content = new MultipartFormDataContent { { new ByteArrayContent([1]), "\"other\"", "\"a.xlsx\"" } }),
        new("a path that does not exist", Query, "path", Path("/api/v3/mydevices/lists")),
        new("the path of another operation", Query, "operation", Path("/api/v3/get-profile")),
        new("another verb", Body, "path", message => message.Method = HttpMethod.Put),
        new("an unknown header", Query, "header", message => message.Headers.Add("x-genauth-extra", "1")),
        new("no application", Query, "security", message => message.Headers.Remove("x-genauth-app-id")),
        new("no user", Query, "security", message => message.Headers.Authorization = null),
        new("a broken signature", Signed, "signature", message => message.Headers.Authorization = new("GenAuth", message.Headers.Authorization!.Parameter!.Replace(":", ":A", StringComparison.Ordinal))),
        new("a body that was changed after signing", Signed, "signature", Json(body => body["id"] = "another")),
        new("a query that was changed after signing", List, "signature", QueryText(query => query.Replace("=", "=x", StringComparison.Ordinal))),
        new("a covered header that was changed after signing", Signed, "signature", message => Replace(message.Headers, "x-genauth-signature-nonce", Guid.NewGuid().ToString("N"))),
        new("a nonce for the second time", Signed, "signature", message => Replace(message.Headers, "x-genauth-signature-nonce", "used")),
        new("a date of last year", Signed, "signature", message => message.Headers.Date = DateTimeOffset.UtcNow.AddYears(-1)),
        new("a response with an undeclared member", Query, "response", Response: "response"),
        new("a response that the SDK does not read as it is", Query, "received", Response: "type"),
    ];

    public async Task<bool> RunAsync()
    {
        var missed = 0;
        foreach (var plant in Plants)
        {
            var clean = await FindAsync(plant with { Spoil = null, Response = null });
            var found = await FindAsync(plant);
            var isFound = clean.Count == 0 && found.Any(failure => failure.Kind == plant.Kind);
            missed += isFound ? 0 : 1;
            Console.WriteLine($"{(isFound ? "found " : "MISSED")}  {plant.Name} ({plant.Kind})");
            if (!isFound)
            {
                Console.WriteLine($"        without it: {string.Join("; ", clean)}\n        with it: {string.Join("; ", found)}");
            }
        }

        await ResetAsync();
        var notCalled = (await Session.ReadReportAsync(clients.Http, address)).Count(failure => failure.Kind == "not called");
        missed += notCalled == document.Operations.Count ? 0 : 1;
        Console.WriteLine($"{(notCalled == document.Operations.Count ? "found " : "MISSED")}  {notCalled} of {document.Operations.Count} operations not called, when none was");
        Console.WriteLine($"{Plants.Length + 1} planted faults, {missed} missed");
        return missed == 0;
    }

    private async Task<IReadOnlyList<Failure>> FindAsync(Plant plant)
    {
        await ResetAsync();
        var operation = document[plant.Operation];
        var caller = new Caller(document, clients);
        (clients.Recorder.Spoil, clients.Recorder.Plant) = (plant.Spoil, plant.Response);
        var security = operation.Security.FirstOrDefault(alternative => alternative.Contains("userToken")) ?? operation.Security[0];
        await caller.CallAsync(operation, operation.Id, Session.MethodOf(operation.Client, operation.Method)!, clients.For(security), full: true, round: 0);
        (clients.Recorder.Spoil, clients.Recorder.Plant) = (null, null);
        return [.. caller.Failures, .. (await Session.ReadReportAsync(clients.Http, address)).Where(failure => failure.Kind != "not called")];
    }

    private async Task ResetAsync() => (await clients.Http.PostAsync(new Uri($"{address}/__reset"), null)).EnsureSuccessStatusCode();

    private static Action<HttpRequestMessage> QueryText(Func<string, string> change) =>
        message => message.RequestUri = new UriBuilder(message.RequestUri!) { Query = change(message.RequestUri!.Query) }.Uri;

    private static Action<HttpRequestMessage> Path(string path) =>
        message => message.RequestUri = new UriBuilder(message.RequestUri!) { Path = path }.Uri;

    private static Action<HttpRequestMessage> Json(Action<JObject> change) => message =>
    {
        using var reader = new StreamReader(message.Content!.ReadAsStream());
        var body = JObject.Parse(reader.ReadToEnd());
        change(body);
        message.Content = new StringContent(body.ToString(Formatting.None), Encoding.UTF8, "application/json");
    };

    private static void Rename(JObject body, string from, string to)
    {
        body[to] = body[from];
        body.Remove(from);
    }

    private static void Replace(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.Add(name, value);
    }

    /// <param name="Name">What is wrong.</param>
    /// <param name="Operation">The operation that is called with all members.</param>
    /// <param name="Kind">The expected kind of violation.</param>
    /// <param name="Spoil">Damages the request below the SDK.</param>
    /// <param name="Response">How the stub damages its response.</param>
    private sealed record Plant(string Name, string Operation, string Kind, Action<HttpRequestMessage>? Spoil = null, string? Response = null);
}
