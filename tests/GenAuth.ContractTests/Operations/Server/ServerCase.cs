using System.Collections.Concurrent;

namespace GenAuth.ContractTests.Operations.Server;

/// <summary>What the server answers to the requests of one case, and what they were.</summary>
internal sealed class ServerCase(string id, Func<ReceivedRequest, string> answer, Action close) : IDisposable
{
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>What the server calls the case's requests in a header.</summary>
    public string RequestId => "request-of-" + id;

    /// <summary>The settings of a call that make it part of the case.</summary>
    public RequestOptions Options => new() { Headers = { [OperationServer.CaseHeader] = id } };

    public string Take(ReceivedRequest request)
    {
        _requests.Enqueue(request);
        return answer(request);
    }

    public void Dispose() => close();
}
