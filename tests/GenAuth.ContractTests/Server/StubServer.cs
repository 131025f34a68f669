using WireMock;
using WireMock.Server;
using WireMock.Settings;

namespace GenAuth.ContractTests.Server;

/// <summary>The service as the stubs describe it, on a port of its own.</summary>
public sealed class StubServer : IDisposable
{
    private readonly WireMockServer _server;
    private readonly Dictionary<Guid, Stub> _stubs;

    /// <param name="stubs">What the service answers; anything else is answered with 404.</param>
    /// <param name="httpStatus">Answers with this HTTP status instead of the stub's.</param>
    public StubServer(IEnumerable<Stub> stubs, int? httpStatus)
    {
        // Port 0 has the system choose, which cannot clash with another server that starts at the same moment.
        _server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
        _stubs = stubs.ToDictionary(_ => Guid.NewGuid());
        foreach (var (guid, stub) in _stubs)
        {
            var mapping = stub.ToMapping();
            mapping.Guid = guid;
            mapping.Response.StatusCode = httpStatus ?? mapping.Response.StatusCode;
            _server.WithMapping(mapping);
        }
    }

    public string Url => _server.Url!;

    /// <summary>What has arrived so far, in order.</summary>
    public IReadOnlyList<IRequestMessage> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    /// <summary>The request of a test that makes one call, which is neither repeated nor redirected.</summary>
    public IRequestMessage Request => Assert.Single(Requests);

    public AuthenticationClient Client(Action<AuthenticationClientOptions>? configure = null) => new(TestClient.Options(Url, configure));

    /// <summary>Fails when a stub was not asked for, or something was asked that no stub expects.</summary>
    public void Verify()
    {
        var entries = _server.LogEntries.ToList();
        var used = entries.Select(entry => entry.MappingGuid).OfType<Guid>().ToHashSet();
        var problems = _stubs.Where(stub => !used.Contains(stub.Key)).Select(stub => $"The stub {stub.Value} was not used.")
            .Concat(entries.Where(entry => entry.MappingGuid is null).Select(entry => entry.RequestMessage!)
                .Select(request => $"No stub of the test expects {request.Method} {request.Url} {request.Body}"));
        Expect.None(problems);
    }

    public void Dispose() => _server.Dispose();
}
