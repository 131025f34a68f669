using System.Net;
using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Caching.Distributed;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Clients with a canary in every option, and a service that returns canaries.</summary>
internal sealed class CanaryClients : IDisposable
{
    private readonly TelemetryRecorder _telemetry;
    private readonly Service _service;
    private readonly object[] _clients;
    private readonly DriftRecorder _drifts = new();
    private Func<HttpResponseMessage> _response = () => throw new InvalidOperationException("No response was chosen.");

    public CanaryClients(TelemetryRecorder telemetry)
    {
        _telemetry = telemetry;
        _service = new Service(sent => Task.FromResult(
            sent.Uri.AbsolutePath == Management.TokenService.TokenPath ? Service.CreateResponse($$$"""{"statusCode":200,"data":{"access_token":"{{{Canary.At("token")}}}","expires_in":7200}}""") : _response()));
        var http = new HttpClient(_service) { DefaultRequestHeaders = { { "x-genauth-canary", Canary.At("http-client.header") } } };
        _clients =
        [
            new AuthenticationClient(Fill<AuthenticationClientOptions>(options => (options.AppId, options.AppHost) = ("plain", telemetry.Host)), http),
            new ManagementClient(Fill<ManagementClientOptions>(options => (options.AccessKeyId, options.Host) = ("plain", telemetry.Host)), http),
            new ManagementClient(
                Fill<ManagementClientOptions>(options => (options.AccessKeyId, options.Host, options.AuthorizationMethod) = ("plain", telemetry.Host, ManagementAuthorizationMethod.ManagementToken)),
                http),
        ];
    }

    public IReadOnlyList<SentRequest> Sent => _service.Sent;

    /// <summary>Makes the call with each client that has it, and returns everything that the call revealed.</summary>
    public async Task<string> CallAsync(CanaryOperation operation, CanaryTests.Ending ending)
    {
        var body = new CanaryValue("response").CreateResponse(operation.Response);
        _response = () => CreateResponse(body, ending);
        _telemetry.Forget();
        _drifts.Forget();
        var before = Sent.Count;
        var seen = new List<string>();
        foreach (var client in operation.IsManagement ? _clients[1..] : _clients[..1])
        {
            var options = new RequestOptions { AccessToken = operation.IsManagement ? null : Canary.At("call.token"), MaxRetries = 1 };
            options.Headers["x-genauth-call"] = Canary.At("call.header");
            options.OnResponse = response => seen.Add(TextOf(response));
            var arguments = operation.Arguments(options);
            try
            {
                seen.Add(TextOf(await operation.CallAsync(client, arguments)));
            }
            catch (GenAuthException exception)
            {
                seen.AddRange([exception.ToString(), TextOf(exception.Response)]);
            }

            seen.AddRange(arguments.Select(TextOf));
        }

        // A test cannot choose the signature, so its value is replaced by a canary.
        seen.Add(_telemetry.Everything);
        seen.AddRange(_drifts.All.Select(drift => drift.ToString()));
        return Sent.Skip(before).Select(sent => sent.Header("Authorization")?.Split(' ', ':')[^1]).OfType<string>()
            .Aggregate(string.Join('\n', seen), (text, proof) => text.Replace(proof, Canary.At("proof"), StringComparison.Ordinal));
    }

    public void Dispose() => _service.Dispose();

    /// <summary>The text of an object of the SDK; empty for texts, values and untyped JSON.</summary>
    private static string TextOf(object? value) => value is { } made && made.GetType() is { IsClass: true } type && type.Assembly == typeof(GenAuthException).Assembly ? $"{made}" : string.Empty;

    private static HttpResponseMessage CreateResponse(JToken success, CanaryTests.Ending ending)
    {
        var text = success.ToString(Newtonsoft.Json.Formatting.None);
        var response = ending switch
        {
            CanaryTests.Ending.Success => Service.CreateResponse(text),
            CanaryTests.Ending.Error => Service.CreateResponse(new JObject { ["statusCode"] = 503, ["apiCode"] = 1300, ["message"] = "plain", ["requestId"] = "plain", ["data"] = success }.ToString()),
            CanaryTests.Ending.CutOff => Service.CreateResponse(text[..(text.Length * 2 / 3)]),
            CanaryTests.Ending.WrongType => Service.CreateResponse(new JObject { ["statusCode"] = 200, ["data"] = Canary.At("response.data") }.ToString()),
            CanaryTests.Ending.Html => Service.CreateResponse($"<html>{text}</html>", HttpStatusCode.BadGateway),
            CanaryTests.Ending.Broken => throw new HttpRequestException("Broken."),
            CanaryTests.Ending.TimedOut => throw new TaskCanceledException(),
            _ => throw new NotSupportedException($"Add the response for {ending}."),
        };
        response.Headers.Add("x-canary", Canary.At("response.header"));
        response.Headers.Add("Set-Cookie", Canary.At("response.cookie"));
        return response;
    }

    /// <summary>Options with a canary in every text that may be one.</summary>
    private T Fill<T>(Action<T> change)
        where T : new()
    {
        var options = new T();
        foreach (var property in typeof(T).GetProperties().Where(property => property.PropertyType == typeof(string) && property.Name is not "Language"))
        {
            property.SetValue(options, Canary.At($"options.{property.Name}"));
        }

        switch (options)
        {
            case AuthenticationClientOptions authentication:
                (authentication.LoggerFactory, authentication.LogBodies, authentication.SchemaDriftObserver, authentication.Retry.BaseDelay) = (_telemetry, true, _drifts, TimeSpan.Zero);
                break;
            case ManagementClientOptions management:
                (management.LoggerFactory, management.LogBodies, management.SchemaDriftObserver, management.Retry.BaseDelay) = (_telemetry, true, _drifts, TimeSpan.Zero);
                management.DistributedCache = new LeakingCache();
                break;
        }

        change(options);
        return options;
    }

    /// <summary>A cache whose exceptions contain its connection string.</summary>
    private sealed class LeakingCache : IDistributedCache
    {
        private static readonly string Text = "host:6379,password=" + Canary.At("connection-string");

        public byte[]? Get(string key) => throw new InvalidOperationException(Text);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => throw new InvalidOperationException(Text);

        public void Refresh(string key) => throw new InvalidOperationException(Text);

        public Task RefreshAsync(string key, CancellationToken token = default) => throw new InvalidOperationException(Text);

        public void Remove(string key) => throw new InvalidOperationException(Text);

        public Task RemoveAsync(string key, CancellationToken token = default) => throw new InvalidOperationException(Text);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => throw new InvalidOperationException(Text);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) => throw new InvalidOperationException(Text);

        public override string ToString() => Text;
    }
}
