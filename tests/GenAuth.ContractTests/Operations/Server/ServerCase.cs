using System.Collections.Concurrent;

namespace GenAuth.ContractTests.Operations.Server;

/// <summary>The responses of the server to the requests of one case, and the requests.</summary>
internal sealed class ServerCase(string id, Func<ReceivedRequest, string> response, Action close) : IDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The request ID of the case in the response headers.</summary>
    public string RequestId => "request-of-" + id;

    /// <summary>The request options that assign a call to the case.</summary>
    public RequestOptions Options => new() { Headers = { [OperationServer.CaseHeader] = id } };

    public string Respond(ReceivedRequest request)
    {
        _requests.Enqueue(request);
        return response(request);
    }

    public void Dispose() => close();
}
