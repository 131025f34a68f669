namespace GenAuth.Soak.Stub;

/// <summary>Counts the requests that the stub received.</summary>
internal sealed class Ledger(int calls)
{
    private readonly int[] _attempts = new int[calls];
    private int _connections;
    private int _mostConnections;
    private int _tokens;
    private int _strayHeaders;

    /// <summary>The number of the call's attempt that has arrived, from 1.</summary>
    public int Arrived(int number) => Interlocked.Increment(ref _attempts[number]);

    public int TokenAsked() => Interlocked.Increment(ref _tokens);

    /// <summary>A header of one call was seen on another.</summary>
    public void HeaderStrayed() => Interlocked.Increment(ref _strayHeaders);

    public void Opened()
    {
        var open = Interlocked.Increment(ref _connections);
        for (var most = Volatile.Read(ref _mostConnections); open > most;)
        {
            most = Interlocked.CompareExchange(ref _mostConnections, open, most);
        }
    }

    public void Closed() => Interlocked.Decrement(ref _connections);

    public StubState State(bool withAttempts) => new(
        Volatile.Read(ref _connections), Volatile.Read(ref _mostConnections), Volatile.Read(ref _tokens), Volatile.Read(ref _strayHeaders), withAttempts ? _attempts : []);
}
