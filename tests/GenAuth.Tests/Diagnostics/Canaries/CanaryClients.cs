using System.Net;
using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Caching.Distributed;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Clients with a canary in every option, and a service that answers with them.</summary>
internal sealed class CanaryClients : IDisposable
{
    private readonly TelemetryRecorder _telemetry;
    private readonly Service _service;
    private readonly object[] _clients;
    private readonly DriftRecorder _drifts = new();
    private Func<HttpResponseMessage> _answer = () => throw new InvalidOperationException("No answer was chosen.");

    public CanaryClients(TelemetryRecorder telemetry)
    {
        _telemetry = telemetry;
        _service = new Service(sent => Task.FromResult(
            sent.Uri.AbsolutePath == Management.TokenService.TokenPath ? Service.Answer($$$"""{"statusCode":200,"data":{"access_token":"{{{Canary.At("token")}}}","expires_in":7200}}""") : _answer()));
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

    /// <summary>Makes the call with each client that has it; all that was to be seen of it.</summary>
    public async Task<string> CallAsync(CanaryOperation operation, CanaryTests.Ending ending)
    {
        var answer = new CanaryValue("answer").Answer(operation.Answer);
        _answer = () => Answer(answer, ending);
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

        // Signatures are none that a test could put there.
        seen.Add(_telemetry.Everything);
        seen.AddRange(_drifts.All.Select(drift => drift.ToString()));
        return Sent.Skip(before).Select(sent => sent.Header("Authorization")?.Split(' ', ':')[^1]).OfType<string>()
            .Aggregate(string.Join('\n', seen), (text, proof) => text.Replace(proof, Canary.At("proof"), StringComparison.Ordinal));
    }

    public void Dispose() => _service.Dispose();

    /// <summary>What an object of the SDK shows of itself; a text, a value and free JSON are what they are.</summary>
    private static string TextOf(object? value) => value is { } made && made.GetType() is { IsClass: true } type && type.Assembly == typeof(GenAuthException).Assembly ? $"{made}" : string.Empty;

    private static HttpResponseMessage Answer(JToken success, CanaryTests.Ending ending)
    {
        var text = success.ToString(Newtonsoft.Json.Formatting.None);
        var answer = ending switch
        {
            CanaryTests.Ending.Success => Service.Answer(text),
            CanaryTests.Ending.Refusal => Service.Answer(new JObject { ["statusCode"] = 503, ["apiCode"] = 1300, ["message"] = "plain", ["requestId"] = "plain", ["data"] = success }.ToString()),
            CanaryTests.Ending.CutOff => Service.Answer(text[..(text.Length * 2 / 3)]),
            CanaryTests.Ending.WrongType => Service.Answer(new JObject { ["statusCode"] = 200, ["data"] = Canary.At("answer.data") }.ToString()),
            CanaryTests.Ending.Html => Service.Answer($"<html>{text}</html>", HttpStatusCode.BadGateway),
            CanaryTests.Ending.Broken => throw new HttpRequestException("Broken."),
            CanaryTests.Ending.TimedOut => throw new TaskCanceledException(),
            _ => throw new NotSupportedException($"Say here what {ending} is."),
        };
        answer.Headers.Add("x-canary", Canary.At("answer.header"));
        answer.Headers.Add("Set-Cookie", Canary.At("answer.cookie"));
        return answer;
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

    /// <summary>A cache that tells how it is connected.</summary>
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
