using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace GenAuth.ContractTests.Operations.Server;

/// <summary>
/// The service for the cases of all operations: one mapping that returns the response of the case that is named in a
/// header. A mapping for each of the thousands of cases would be compared with every request.
/// </summary>
internal sealed class OperationServer
{
    public const string CaseHeader = "test-case";

    /// <summary>The request line as it arrived, because the server decodes a part of the path.</summary>
    public const string TargetHeader = "test-target";

    private readonly ConcurrentDictionary<string, ServerCase> _cases = new();
    private readonly ConcurrentDictionary<(string Verb, string Path), bool> _called = new();
    private readonly WireMockServer _server;
    private int _last;
    private int _requests;

    private OperationServer()
    {
        _server = WireMockServer.Start(new WireMockServerSettings
        {
            Urls = ["http://127.0.0.1:0"],
            // Otherwise an unexpected body would not be noticed.
            AllowBodyForAllHttpMethods = true,
            DisableJsonBodyParsing = true,
            DisableDeserializeFormUrlEncoded = true,
            DoNotSaveDynamicResponseInLogEntry = true,
            // The cases keep their own requests; a growing log only costs time.
            MaxRequestLogCount = 1,
            PreWireMockMiddlewareInit = builder => ((IApplicationBuilder)builder).Use(KeepTarget),
        });
        _server.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithCallback(Respond));
    }

    /// <summary>Started with the first case, ended with the process: its cases are shared by several classes of tests.</summary>
    public static Lazy<OperationServer> Shared { get; } = new(() => new OperationServer());

    public string Url => _server.Url!;

    /// <summary>The verbs and paths of all requests so far.</summary>
    public ICollection<(string Verb, string Path)> Called => _called.Keys;

    /// <summary>The number of requests so far.</summary>
    public int Requests => _requests;

    public ServerCase Open(Func<ReceivedRequest, string> response)
    {
        var id = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        return _cases[id] = new ServerCase(id, response, () => _cases.TryRemove(id, out _));
    }

    private static RequestDelegate KeepTarget(RequestDelegate next) => context =>
    {
        context.Request.Headers[TargetHeader] = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        return next(context);
    };

    private ResponseMessage Respond(IRequestMessage message)
    {
        var request = ReceivedRequest.From(message);
        _called[(request.Verb, request.Path)] = true;
        Interlocked.Increment(ref _requests);
        var served = _cases[request.Headers[CaseHeader]];
        return new ResponseMessage
        {
            StatusCode = 200,
            Headers = new Dictionary<string, WireMockList<string>> { ["Content-Type"] = new("application/json"), ["x-request-id"] = new(served.RequestId) },
            BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = served.Respond(request), Encoding = Encoding.UTF8 },
        };
    }
}
