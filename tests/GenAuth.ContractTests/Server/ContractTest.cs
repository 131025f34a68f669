using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GenAuth.ContractTests.Server;

/// <summary>A test with its own servers. When it ends, every stub must have been used and every request expected.</summary>
public abstract class ContractTest : IDisposable
{
    private static readonly ConcurrentDictionary<(Type Class, string Test), bool> Served = new();

    private readonly List<StubServer> _servers = [];

    public static bool HasServed(MethodInfo test) => Served.ContainsKey((test.ReflectedType!, test.Name));

    /// <summary>The service as the calling test's <see cref="StubAttribute"/>s describe it.</summary>
    protected StubServer Serve([CallerMemberName] string test = "")
    {
        Served[(GetType(), test)] = true;
        return Start(GetType().GetMethod(test)!.GetCustomAttributes<StubAttribute>().SelectMany(attribute => attribute.Stubs), null);
    }

    /// <summary>The service as the stub of a theory's case describes it.</summary>
    protected StubServer ServeCase(string stub, int? httpStatus = null) => Start(Stub.Named(stub), httpStatus);

    // Runs after a failed test too; xunit reports both failures.
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        try
        {
            _servers.ForEach(server => server.Verify());
        }
        finally
        {
            _servers.ForEach(server => server.Dispose());
        }
    }

    private StubServer Start(IEnumerable<Stub> stubs, int? httpStatus)
    {
        var server = new StubServer(stubs, httpStatus);
        _servers.Add(server);
        return server;
    }
}
