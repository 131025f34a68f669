using WireMock;
using WireMock.Server;
using WireMock.Settings;

namespace GenAuth.ContractTests.Server;

/// <summary>A service with the given stubs on a free port.</summary>
public sealed class StubServer : IDisposable
{
    private readonly WireMockServer _server;
    private readonly Dictionary<Guid, Stub> _stubs;

    /// <param name="stubs">The responses of the service; every other request gets 404.</param>
    /// <param name="httpStatus">Responses with this HTTP status instead of the stub's.</param>
    public StubServer(IEnumerable<Stub> stubs, int? httpStatus)
    {
        // Port 0 lets the system choose a free port.
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

    /// <summary>The received requests in order.</summary>
    public IReadOnlyList<IRequestMessage> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    /// <summary>The only request of a test that makes one call without retries and redirects.</summary>
    public IRequestMessage Request => Assert.Single(Requests);

    public AuthenticationClient Client(Action<AuthenticationClientOptions>? configure = null) => new(TestClient.Options(Url, configure));

    /// <summary>Fails when a stub was not used or a request matched no stub.</summary>
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
